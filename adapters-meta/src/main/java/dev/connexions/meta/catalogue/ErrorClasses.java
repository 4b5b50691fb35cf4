package dev.connexions.meta.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Meta's error codes and subcodes, and what each of them is to us. */
public final class ErrorClasses {

    /** The reason that a token gives which does not see what it asks for, or may not. */
    public static final String OBJECT_MISSING = "object_missing";

    private static final String FILE = "errors.json";
    private static final Set<String> MEMBERS =
            Set.of("code", "through", "subcode", "class", "reason", "scope", "effect");
    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]{1,63}");

    private enum Scope {
        APP,
        ACCOUNT
    }

    private enum Effect {
        POSSIBLE
    }

    private record Codes(@Nullable Integer code, @Nullable Integer subcode) {}

    private record Span(int last, ErrorClass is) {}

    private final Map<Codes, ErrorClass> exact = new HashMap<>();
    private final Map<Integer, ErrorClass> bySubcode = new HashMap<>();
    private final NavigableMap<Integer, Span> spans = new TreeMap<>();

    private ErrorClasses() {}

    /** @throws CatalogueException when the file is not in order */
    public static ErrorClasses load() {
        return read(CatalogueFile.resource(FILE));
    }

    static ErrorClasses read(CatalogueFile file) {
        var classes = new ErrorClasses();
        file.holding("errors").list("errors").forEach(entry -> classes.add(file, entry));
        return classes;
    }

    /** The narrowest entry there is: both codes, the subcode where it tells all, the code, a span of codes. */
    public ErrorClass of(int code, @Nullable Integer subcode) {
        var both = subcode == null ? null : exact.get(new Codes(code, subcode));
        if (both != null) {
            return both;
        }
        var anyCode = subcode == null ? null : exact.get(new Codes(null, subcode));
        if (anyCode != null) {
            return anyCode;
        }
        var plain = exact.get(new Codes(code, null));
        if (plain != null) {
            return plain;
        }
        var span = spans.floorEntry(code);
        return span != null && code <= span.getValue().last() ? span.getValue().is() : ErrorClass.UNKNOWN;
    }

    /** For where Meta names nothing but a subcode, as in the status of a container. */
    public Optional<ErrorClass> ofSubcode(int subcode) {
        return Optional.ofNullable(bySubcode.get(subcode));
    }

    private void add(CatalogueFile file, JsonNode entry) {
        file.only(entry, MEMBERS);
        var code = file.integer(entry, "code");
        var subcode = file.integer(entry, "subcode");
        var through = file.integer(entry, "through");
        var is = read(file, entry);
        if (code == null && subcode == null) {
            throw file.wrong("neither code nor subcode in " + entry);
        }
        if (through != null) {
            if (code == null || subcode != null || through <= code || spans.put(code, new Span(through, is)) != null) {
                throw file.wrong("no span of codes, or twice, in " + entry);
            }
            return;
        }
        if (exact.put(new Codes(code, subcode), is) != null) {
            throw file.wrong("said twice: " + entry);
        }
        if (subcode != null) {
            var other = bySubcode.put(subcode, is);
            if (other != null && !other.equals(is)) {
                throw file.wrong("one subcode with two meanings: " + entry);
            }
        }
    }

    private static ErrorClass read(CatalogueFile file, JsonNode entry) {
        var kind = file.one(ErrorClass.Kind.class, entry, "class");
        var reason = file.text(entry, "reason");
        if (!REASON.matcher(reason).matches()) {
            throw file.wrong("reason is no word in " + entry);
        }
        if ((kind == ErrorClass.Kind.THROTTLED) != entry.has("scope")) {
            throw file.wrong("a throttle has a scope and nothing else has one: " + entry);
        }
        return new ErrorClass(
                kind,
                reason,
                entry.has("scope") && file.one(Scope.class, entry, "scope") == Scope.APP,
                entry.has("effect") && file.one(Effect.class, entry, "effect") == Effect.POSSIBLE);
    }
}
