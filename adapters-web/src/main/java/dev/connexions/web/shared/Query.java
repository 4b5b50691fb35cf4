package dev.connexions.web.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a request whose operation knows all of them. */
public final class Query {

    private final Map<String, List<String>> parameters;
    private final Faults faults;

    Query(Map<String, List<String>> parameters, Set<String> known, Faults faults) {
        this.parameters = parameters;
        this.faults = faults;
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                faults.inParameter(ProblemType.UNKNOWN_PARAMETER, name, "The operation has no such parameter.");
            } else if (values.size() > 1) {
                faults.inParameter(ProblemType.MALFORMED_REQUEST, name, "A parameter is given once.");
            }
        });
    }

    public <T> Field<T> optional(String name, Reading<String, T> reading) {
        return optional(name, ProblemType.VALIDATION_FAILED, reading);
    }

    /** @param type what it is when the reading fails */
    <T> Field<T> optional(String name, ProblemType type, Reading<String, T> reading) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() != 1) {
            return new Field<>(null);
        }
        try {
            return new Field<>(reading.read(Values.storable(values.getFirst())));
        } catch (IllegalArgumentException wrong) {
            faults.inParameter(type, name, Sentence.of(wrong));
            return new Field<>(null);
        }
    }

    /** The parameters by name, without one of them. */
    SortedMap<String, String> without(String name) {
        var rest = new TreeMap<String, String>();
        parameters.forEach((each, values) -> {
            if (!each.equals(name)) {
                rest.put(each, values.getFirst());
            }
        });
        return rest;
    }
}
