package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.faults.Behaviour;
import dev.connexions.meta.sandbox.faults.Fault;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.publishing.Container;
import dev.connexions.meta.sandbox.publishing.Container.Ailment;
import dev.connexions.meta.sandbox.world.World;

/** Lets a container that was just made fall ill, as a fault wants it. */
public final class ContainerAilments {

    /** The processing of a film failed; seen, and not in Meta's table. */
    private static final int PROCESSING_FAILED = 2207082;

    private ContainerAilments() {}

    /** @param made what the call that made it was answered */
    public static void strike(World world, Fault fault, Answer made) {
        if (made.status() != 200) {
            return;
        }
        var id = Json.read(made.body()).path("id").asText();
        world.change(w -> {
            var containers = Content.of(w).containers();
            containers.find(id).ifPresent(container -> containers.put(ill(container, fault)));
            return id;
        });
    }

    private static Container ill(Container container, Fault fault) {
        var subcode = fault.subcode() == null ? PROCESSING_FAILED : fault.subcode();
        if (fault.behaviour() == Behaviour.CONTAINER_STUCK) {
            return container.stuck();
        }
        return container.failing(
                subcode,
                switch (fault.behaviour()) {
                    case CONTAINER_ERROR_UNEXPLAINED -> Ailment.UNEXPLAINED;
                    case CONTAINER_ERROR_UNCODED -> Ailment.UNCODED;
                    default -> null;
                });
    }
}
