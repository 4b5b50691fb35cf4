package dev.connexions.domain.publication;

import dev.connexions.domain.shared.MetaIds;

/** Meta's id of something prepared. What is published from it gets another id. */
public record ContainerId(String value) {

    public ContainerId {
        MetaIds.checked("a container id", value);
    }
}
