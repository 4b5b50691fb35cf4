package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Members of an answer that may be missing. One that is there and is not what it should be is a
 * {@link GarbledAnswerException} that names it, as with {@link Answers}.
 */
public final class Members {

    /** {@code 2026-09-30T18:22:05+0000}: the offset has no colon; accepted with one, too. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Members() {}

    public static @Nullable Long countIfAny(JsonNode object, String member) {
        var value = object.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new GarbledAnswerException(member + " is no count");
        }
        return value.longValue();
    }

    public static @Nullable Boolean flagIfAny(JsonNode object, String member) {
        var value = object.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new GarbledAnswerException(member + " is neither true nor false");
        }
        return value.booleanValue();
    }

    public static @Nullable Instant momentIfAny(JsonNode object, String member) {
        var text = Answers.textIfAny(object, member);
        try {
            return text == null ? null : MOMENT.parse(text, Instant::from);
        } catch (DateTimeException malformed) {
            throw new GarbledAnswerException(member + " is no time");
        }
    }

    public static @Nullable URI addressIfAny(JsonNode object, String member) {
        var text = Answers.textIfAny(object, member);
        try {
            return text == null || text.isEmpty() ? null : new URI(text);
        } catch (URISyntaxException malformed) {
            throw new GarbledAnswerException(member + " is no address");
        }
    }

    /** Whether Meta says that it did what it was told. */
    public static boolean succeeded(JsonNode answer) {
        return answer.path("success").asBoolean(false);
    }
}
