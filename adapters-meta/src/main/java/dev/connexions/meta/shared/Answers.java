package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reading what Meta answers, in every shape it is known to use. A member that is not what it should be is a
 * {@link GarbledAnswerException} that names it; nothing is guessed.
 */
public final class Answers {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,31}");
    private static final Pattern SCOPE = Pattern.compile("[a-z0-9_]{1,100}");

    private Answers() {}

    /** The thing itself: Meta documents {@code {"data":[{…}]}} where it answers {@code {…}}. */
    public static JsonNode single(JsonNode body) {
        var data = body.get("data");
        if (data == null) {
            return body;
        }
        if (!data.isArray() || data.size() != 1 || !data.get(0).isObject()) {
            throw new GarbledAnswerException("data does not hold exactly one object");
        }
        return data.get(0);
    }

    public static String text(JsonNode object, String member) {
        var text = textIfAny(object, member);
        if (text == null) {
            throw new GarbledAnswerException(member + " is missing");
        }
        return text;
    }

    public static @Nullable String textIfAny(JsonNode object, String member) {
        var value = object.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new GarbledAnswerException(member + " is no text");
        }
        return value.textValue();
    }

    /** A text, or an unquoted integer beyond what a double holds exactly. */
    public static String id(JsonNode object, String member) {
        var value = object.get(member);
        if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
            throw new GarbledAnswerException(member + " is no id");
        }
        var id = value.asText();
        if (!ID.matcher(id).matches()) {
            throw new GarbledAnswerException(member + " is no id");
        }
        return id;
    }

    /** A number of seconds, unquoted. */
    public static long seconds(JsonNode object, String member, long least, long most) {
        var value = object.get(member);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new GarbledAnswerException(member + " is no whole number of seconds");
        }
        if (value.longValue() < least || value.longValue() > most) {
            throw new GarbledAnswerException(member + " is not between " + least + " and " + most + " seconds");
        }
        return value.longValue();
    }

    /** An array of names, or one text with commas between them. */
    public static Set<String> scopes(JsonNode object, String member) {
        var value = object.get(member);
        var names = new TreeSet<String>();
        if (value != null && value.isArray()) {
            value.forEach(element -> names.add(scope(member, element.isTextual() ? element.textValue() : "")));
        } else if (value != null && value.isTextual()) {
            for (var part : value.textValue().split(",", -1)) {
                if (!value.textValue().isBlank()) {
                    names.add(scope(member, part.strip()));
                }
            }
        } else {
            throw new GarbledAnswerException(member + " is neither a list nor a text");
        }
        return names;
    }

    private static String scope(String member, String name) {
        if (!SCOPE.matcher(name).matches()) {
            throw new GarbledAnswerException(member + " holds something that is no permission");
        }
        return name;
    }
}
