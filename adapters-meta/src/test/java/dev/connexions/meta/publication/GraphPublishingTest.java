package dev.connexions.meta.publication;

import dev.connexions.application.publication.InstagramPublishing;
import dev.connexions.application.publication.InstagramPublishingContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.MediaUrl;
import dev.connexions.meta.testing.OnSandbox;
import dev.connexions.meta.testing.SandboxConnexion;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the sandbox, through both products. */
@ParameterizedClass
@EnumSource
class GraphPublishingTest implements OnSandbox, InstagramPublishingContract {

    private final SandboxConnexion sandbox;
    private final GraphPublishing publishing;

    GraphPublishingTest(LoginProduct product) {
        sandbox = new SandboxConnexion(product);
        publishing =
                new GraphPublishing(sandbox.client(), sandbox.meta().sandbox().clock());
    }

    @Override
    public SandboxConnexion sandbox() {
        return sandbox;
    }

    @Override
    public InstagramPublishing publishing() {
        return publishing;
    }

    @Override
    public MediaUrl image() {
        return sandbox.picture();
    }

    @Override
    public MediaUrl video() {
        return sandbox.film();
    }

    @Override
    public byte[] videoBytes() {
        return sandbox.filmBytes();
    }

    @Override
    public void takeTime() {
        sandbox.tell("/settings", "{\"imageDelay\":\"PT10M\"}");
    }

    @Override
    public void finish(ContainerId container) {
        sandbox.meta().advance(Duration.ofMinutes(11));
    }

    @Override
    public void spoilTheNext() {
        sandbox.tell(
                "/faults",
                "{\"match\":{\"method\":\"POST\",\"path\":\"/*/media\"},\"behaviour\":\"container_error\",\"times\":1}");
    }

    @Override
    public void lapse(ContainerId container) {
        sandbox.meta().advance(Duration.ofHours(25));
    }

    @Override
    public void loseTheAnswerOf(ContainerId container) {
        sandbox.tell(
                "/faults",
                "{\"match\":{\"method\":\"POST\",\"path\":\"/*/media_publish\"},\"behaviour\":\"cut_after\",\"times\":1}");
    }

    @Override
    public void exhaust() {
        sandbox.tell("/settings", "{\"quotaTotal\":0}");
    }
}
