package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import java.util.List;

/** What a list of Meta's holds, from its first page to its last. */
public sealed interface GraphListing {

    record All(List<JsonNode> items) implements GraphListing {

        public All {
            items = List.copyOf(items);
        }

        /** Among what Meta lists are tokens. */
        @Override
        public String toString() {
            return "All[" + items.size() + "]";
        }
    }

    /** One of its pages could not be had. */
    record Failed(MetaFailure why) implements GraphListing {}
}
