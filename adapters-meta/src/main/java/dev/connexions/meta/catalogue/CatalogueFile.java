package dev.connexions.meta.catalogue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One file, read without mercy: a member that is missing, of another type or unknown is an error that names it. */
final class CatalogueFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> ENVELOPE = Set.of("version", "sources");

    private final String name;
    private final JsonNode root;

    private CatalogueFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    static CatalogueFile resource(String name) {
        try (var in = CatalogueFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new CatalogueException(name, "is missing");
            }
            return of(name, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static CatalogueFile of(String name, byte[] bytes) {
        try {
            var root = MAPPER.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new CatalogueException(name, "is no JSON object");
            }
            return new CatalogueFile(name, root);
        } catch (IOException damaged) {
            throw new CatalogueException(name, "is no JSON: " + damaged.getMessage());
        }
    }

    /** Its version and sources are in order, and beside them stand these members and no other. */
    CatalogueFile holding(String... members) {
        date(root, "version");
        var known = new TreeSet<>(ENVELOPE);
        for (var member : members) {
            known.add(member);
            if (!root.has(member)) {
                throw wrong(member + " is missing");
            }
        }
        only(root, known);
        return this;
    }

    JsonNode list(String member) {
        var list = root.get(member);
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw wrong(member + " is no list, or empty");
        }
        return list;
    }

    void only(JsonNode object, Set<String> members) {
        object.fieldNames().forEachRemaining(member -> {
            if (!members.contains(member)) {
                throw wrong(member + " is unknown here");
            }
        });
    }

    String text(JsonNode object, String member) {
        var value = object.get(member);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw wrong(member + " is no text in " + object);
        }
        return value.textValue();
    }

    Set<String> texts(JsonNode object, String member) {
        var list = object.get(member);
        var texts = new TreeSet<String>();
        if (list == null) {
            return texts;
        }
        if (!list.isArray()) {
            throw wrong(member + " is no list in " + object);
        }
        for (var element : list) {
            if (!element.isTextual() || !texts.add(element.textValue())) {
                throw wrong(member + " holds something twice, or what is no text, in " + object);
            }
        }
        return texts;
    }

    @Nullable
    Integer integer(JsonNode object, String member) {
        var value = object.get(member);
        if (value == null) {
            return null;
        }
        if (!value.isInt()) {
            throw wrong(member + " is no whole number in " + object);
        }
        return value.intValue();
    }

    LocalDate date(JsonNode object, String member) {
        try {
            return LocalDate.parse(text(object, member));
        } catch (DateTimeException malformed) {
            throw wrong(member + " is no date in " + object);
        }
    }

    <E extends Enum<E>> E one(Class<E> type, JsonNode object, String member) {
        var text = text(object, member);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw wrong(member + " is none that is known in " + object);
    }

    CatalogueException wrong(String what) {
        return new CatalogueException(name, what);
    }
}
