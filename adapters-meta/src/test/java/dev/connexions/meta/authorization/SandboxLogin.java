package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.testing.RunningSandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The real client, aimed at a sandbox. */
final class SandboxLogin implements AutoCloseable {

    /** What the client asks for on its own account, and everybody grants. */
    private static final List<String> TO_FIND_PAGES = List.of("pages_show_list", "pages_read_engagement");

    final RunningSandbox meta = RunningSandbox.start();
    final GraphClient client = new GraphClient(meta.settings(), meta.sandbox().clock());
    final GraphLogin login =
            new GraphLogin(client, meta.settings(), meta.sandbox().clock());

    /** The owner goes to the page that the client names, ticks these boxes, and comes back with a code. */
    InstagramLogin.Code consent(LoginProduct product, SandboxAccount account, Scopes requested, Scopes ticked) {
        var path = consentPath(product, requested);
        var boxes = ticked.names().stream();
        return code(
                switch (product) {
                    case INSTAGRAM -> meta.allow(path, account, boxes.toList());
                    case FACEBOOK ->
                        meta.postForm(
                                path,
                                form(account.consentUsername(), account.consentPassword())
                                        + findingPages()
                                        + boxes.map(box -> "&permission=" + box).collect(Collectors.joining()));
                });
    }

    /** A person of the sandbox does so, and allows whatever is asked for; {@code &page=…} ticks that Page only. */
    InstagramLogin.Code consent(JsonNode person, Scopes requested, String more) {
        return code(meta.allow(consentPath(LoginProduct.FACEBOOK, requested), person, more));
    }

    String consentPath(LoginProduct product, Scopes requested) {
        var page = login.consentPage(product, requested, OneTimeSecret.random());
        return page.toString().substring(meta.sandbox().url().toString().length());
    }

    InstagramLogin.Exchange exchange(InstagramLogin.Code code) {
        return login.exchange(LoginProduct.INSTAGRAM, code);
    }

    /** What the sandbox's control API says to a request that it takes. */
    JsonNode control(String method, String path, String json) {
        var reply = meta.control(method, path, json);
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        return reply.json();
    }

    private static String findingPages() {
        return TO_FIND_PAGES.stream().map(box -> "&permission=" + box).collect(Collectors.joining());
    }

    private static String form(String username, String password) {
        return RunningSandbox.form(Map.of("username", username, "password", password, "decision", "allow"));
    }

    private static InstagramLogin.Code code(RunningSandbox.Reply redirect) {
        return new InstagramLogin.Code(RunningSandbox.codeIn(redirect));
    }

    @Override
    public void close() {
        client.close();
        meta.close();
    }
}
