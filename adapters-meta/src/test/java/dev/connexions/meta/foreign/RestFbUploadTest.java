package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.restfb.Parameter;
import com.restfb.types.FacebookReelAttachment;
import com.restfb.types.GraphResponse;
import com.restfb.types.instagram.IgContainer;
import dev.connexions.domain.connexion.LoginProduct;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Films that are sent, or lie elsewhere; with Facebook Login only. */
class RestFbUploadTest {

    private final TrustedSandbox sandbox = new TrustedSandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void uploadsAReelAndNamesOneThatIsHosted() {
        var account = sandbox.account(LoginProduct.FACEBOOK);
        var client = RestFb.facebook(sandbox, sandbox.token(LoginProduct.FACEBOOK, account));
        var attachments = List.of(
                FacebookReelAttachment.withByteContent(sandbox.filmBytes()),
                FacebookReelAttachment.withUrl(sandbox.film()));
        for (var film : attachments) {
            var container = client.publish(
                    account.id() + "/media",
                    IgContainer.class,
                    Parameter.with("media_type", "REELS"),
                    Parameter.with("upload_type", "resumable"));
            assertThat(client.publish(container.getId(), GraphResponse.class, film)
                            .isSuccess())
                    .isTrue();
            sandbox.meta.advance(Duration.ofMinutes(1));
            assertThat(client.fetchObject(container.getId(), IgContainer.class, Parameter.withFields("status_code"))
                            .getStatusCode())
                    .isEqualTo("FINISHED");
        }
    }
}
