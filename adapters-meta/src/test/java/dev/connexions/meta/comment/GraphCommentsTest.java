package dev.connexions.meta.comment;

import dev.connexions.application.comment.InstagramComments;
import dev.connexions.application.comment.InstagramCommentsContract;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.testing.OnSandbox;
import dev.connexions.meta.testing.SandboxConnexion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the sandbox, through both products. */
@ParameterizedClass
@EnumSource
class GraphCommentsTest implements OnSandbox, InstagramCommentsContract {

    private final SandboxConnexion sandbox;
    private final GraphComments comments;

    GraphCommentsTest(LoginProduct product) {
        sandbox = new SandboxConnexion(product);
        comments = new GraphComments(sandbox.client());
    }

    @Override
    public SandboxConnexion sandbox() {
        return sandbox;
    }

    @Override
    public InstagramComments comments() {
        return comments;
    }

    @Override
    public MediaId post() {
        return sandbox.published("\"caption\":\"a post\"");
    }

    @Override
    public CommentId guest(MediaId media, String text) {
        var said = sandbox.tell(
                sandbox.accountPath() + "/media/" + media.value() + "/comments", "{\"text\":\"" + text + "\"}");
        return new CommentId(said.json().path("id").asText());
    }
}
