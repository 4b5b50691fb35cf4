package dev.connexions.meta.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.restfb.DefaultJsonMapper;
import com.restfb.types.DeAuth;
import com.restfb.types.webhook.WebhookObject;
import com.restfb.types.webhook.instagram.InstagramCommentsValue;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.testing.RawServer;
import dev.connexions.meta.testing.RunningSandbox;
import java.net.URLDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes from Meta unasked. */
class RestFbCallbacksTest {

    private final TrustedSandbox sandbox = new TrustedSandbox();
    private final RawServer service = new RawServer();

    RestFbCallbacksTest() {
        service.on("/hook", 200, "");
    }

    @AfterEach
    void stop() {
        sandbox.close();
        service.close();
    }

    @Test
    void readsWhatWasSaidUnderAPost() {
        var account = sandbox.account(LoginProduct.INSTAGRAM);
        var body = sent(account, "\"field\":\"comments\"");
        var webhook = new DefaultJsonMapper().toJavaObject(body, WebhookObject.class);
        assertThat(webhook.getObject()).isEqualTo("instagram");
        var entry = webhook.getEntryList().getFirst();
        assertThat(entry.getId()).isEqualTo(account.id());
        assertThat(entry.getChanges().getFirst().getValue())
                .isInstanceOfSatisfying(InstagramCommentsValue.class, comment -> {
                    assertThat(comment.getText()).isNotBlank();
                    assertThat(comment.getFrom().getUsername()).isEqualTo("guest.one");
                    assertThat(comment.getMedia().getMediaProductType()).isEqualTo("FEED");
                });
    }

    @Test
    void readsWhoRemovedTheApp() {
        var account = sandbox.account(LoginProduct.FACEBOOK);
        var form = sent(account, "\"kind\":\"deauthorize\",\"product\":\"facebook\"");
        var signed = URLDecoder.decode(form.substring("signed_request=".length()), UTF_8);
        var removed =
                RestFb.facebook(sandbox, "").parseSignedRequest(signed, RunningSandbox.FACEBOOK_SECRET, DeAuth.class);
        assertThat(removed.getUserId()).isNotBlank();
        assertThat(removed.getIssuedAt()).isNotNull();
    }

    private String sent(SandboxAccount account, String what) {
        sandbox.control(
                "/webhooks",
                "{\"account\":\"" + account.id() + "\",\"url\":\"" + service.url() + "/hook\"," + what + "}");
        return service.heads().getLast().split("\r\n\r\n", 2)[1];
    }
}
