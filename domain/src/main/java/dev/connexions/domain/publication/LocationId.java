package dev.connexions.domain.publication;

import dev.connexions.domain.shared.MetaIds;

/** Meta's id of a Page that has a place on the map. */
public record LocationId(String value) {

    public LocationId {
        MetaIds.checked("a location id", value);
    }
}
