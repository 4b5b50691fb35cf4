package dev.connexions.domain.media;

import dev.connexions.domain.shared.MetaIds;

/** Meta's id of something published. Never that of the container it was published from. */
public record MediaId(String value) {

    public MediaId {
        MetaIds.checked("a media id", value);
    }
}
