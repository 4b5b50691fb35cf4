package dev.connexions.meta.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a call, wherever they stood: Meta takes them from query, form, multipart and JSON alike. */
public final class Params {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    public void add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
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

    /** {@code a,b}, {@code a b}, {@code ["a","b"]} or several of one name. */
    public List<String> list(String name) {
        var elements = new ArrayList<String>();
        for (var value : all(name)) {
            if (value.startsWith("[")) {
                Json.read(value).forEach(element -> elements.add(element.asText()));
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
