package dev.connexions.domain.insight;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The part of a value that belongs to these values of its dimensions, by Meta's names ({@code follow_type: FOLLOWER}). */
public record Slice(SequencedMap<String, String> dimensions, BigDecimal value) {

    public Slice {
        dimensions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dimensions));
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a slice has a dimension");
        }
    }
}
