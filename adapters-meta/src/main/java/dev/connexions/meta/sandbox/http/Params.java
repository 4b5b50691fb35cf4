package dev.connexions.meta.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parameters of a call, wherever they stood: Meta takes them from query, form, multipart and JSON alike. */
public final class Params {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    public void add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /** A copy with one more. */
    public Params with(String name, String value) {
        var copy = new Params();
        values.forEach((known, all) -> copy.values.put(known, new ArrayList<>(all)));
        copy.add(name, value);
        return copy;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Of several the last, as everywhere at Meta. */
    public Optional<String> one(String name) {
        var all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** {@code true} and {@code 1} are, as everywhere at Meta. */
    public boolean flag(String name) {
        return one(name)
                .filter(value -> value.equals("1") || value.equalsIgnoreCase("true"))
                .isPresent();
    }

    /** The elements of JSON arrays, and what is no array whole. */
    public List<String> texts(String name) {
        return all(name).stream().flatMap(Params::elements).toList();
    }

    private static Stream<String> elements(String value) {
        return value.startsWith("[")
                ? Json.read(value)
                        .valueStream()
                        .map(element -> element.isValueNode() ? element.asText() : Json.write(element))
                : Stream.of(value);
    }

    /** {@code a,b}, {@code a b}, {@code ["a","b"]} or several of one name. */
    public List<String> list(String name) {
        var elements = new ArrayList<String>();
        for (var value : all(name)) {
            if (value.startsWith("[")) {
                elements(value).forEach(elements::add);
            } else {
                for (var part : value.split("[, ]+", -1)) {
                    if (!part.isEmpty()) {
                        elements.add(part);
                    }
                }
            }
        }
        return elements;
    }
}
