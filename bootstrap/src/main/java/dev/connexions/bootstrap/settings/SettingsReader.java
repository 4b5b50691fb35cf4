package dev.connexions.bootstrap.settings;

import dev.connexions.web.shared.Cors;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and collects what is wrong with them, so that all of it is told at once. */
final class SettingsReader {

    private final Map<String, String> values;
    private final List<String> faults = new ArrayList<>();

    /** @param values by variable name; names under our prefix that nobody knows are faults */
    SettingsReader(Map<String, String> values) {
        this.values = values;
        values.keySet().stream()
                .filter(variable -> variable.startsWith(SettingName.PREFIX))
                .filter(variable -> SettingName.of(variable).isEmpty())
                .sorted()
                .forEach(variable -> faults.add(variable + " is no setting of this version"));
    }

    void fault(SettingName name, String rule) {
        faults.add(name.variable() + " " + rule);
    }

    void finish() {
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }

    boolean has(SettingName name) {
        return text(name) != null;
    }

    @Nullable
    String text(SettingName name) {
        var value = values.get(name.variable());
        return value == null || value.isBlank() ? null : value.strip();
    }

    String required(SettingName name) {
        var value = text(name);
        if (value == null) {
            fault(name, "is required");
            return "";
        }
        return value;
    }

    /** From the variable itself, or from the file that {@code NAME_FILE} names; a final line break is not part of it. */
    @Nullable
    Secret secret(SettingName name) {
        var file = values.get(name.fileVariable());
        var direct = text(name);
        if (file == null || file.isBlank()) {
            return direct == null ? null : new Secret(direct);
        }
        if (direct != null) {
            fault(name, "and " + name.fileVariable() + " are both set");
            return null;
        }
        try {
            var content = Files.readString(Path.of(file.strip())).stripTrailing();
            if (content.isEmpty()) {
                faults.add(name.fileVariable() + " names an empty file");
                return null;
            }
            return new Secret(content);
        } catch (IOException unreadable) {
            faults.add(name.fileVariable() + " names a file that cannot be read");
            return null;
        }
    }

    Secret requiredSecret(SettingName name) {
        var before = faults.size();
        var value = secret(name);
        if (value == null) {
            if (faults.size() == before) {
                fault(name, "(or " + name.fileVariable() + ") is required");
            }
            return new Secret("");
        }
        return value;
    }

    int integer(SettingName name, int byDefault, int min, int max) {
        var rule = "is a whole number from " + min + " to " + max;
        var value = parsed(name, rule, Integer::valueOf);
        if (value != null && (value < min || value > max)) {
            fault(name, rule);
        }
        return value == null ? byDefault : value;
    }

    /** A plain decimal number, more than 0 and less than 1. */
    double share(SettingName name, double byDefault) {
        var value = parsed(name, "is a number between 0 and 1, such as 0.5", text -> {
            if (!text.matches("0?\\.[0-9]{1,9}") || Double.parseDouble(text) == 0) {
                throw new IllegalArgumentException();
            }
            return Double.valueOf(text);
        });
        return value == null ? byDefault : value;
    }

    boolean flag(SettingName name) {
        var value = parsed(name, "is true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
        return value != null && value;
    }

    @Nullable
    Duration duration(SettingName name) {
        return parsed(name, "is a duration such as PT60S", text -> {
            var duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new IllegalArgumentException();
            }
            return duration;
        });
    }

    @Nullable
    UUID uuid(SettingName name) {
        return parsed(name, "is a UUID", UUID::fromString);
    }

    @Nullable
    ZoneId zone(SettingName name) {
        return parsed(name, "is a time zone such as Europe/Paris", ZoneId::of);
    }

    /** An http or https address without user, query and fragment, and without a slash at its end. */
    @Nullable
    URI url(SettingName name) {
        return parsed(name, "is an http or https URL", SettingsReader::web);
    }

    List<URI> urls(SettingName name) {
        var value = parsed(
                name,
                "is a list of http or https URLs, separated by commas",
                text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .map(SettingsReader::web)
                        .toList());
        return value == null ? List.of() : value;
    }

    /** As browsers send them. */
    List<String> origins(SettingName name) {
        var value = parsed(
                name,
                "is a list of exact origins such as https://app.example, separated by commas; neither * nor null",
                text -> Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .map(Cors::origin)
                        .toList());
        return value == null ? List.of() : value;
    }

    <E extends Enum<E>> E oneOf(SettingName name, Class<E> type, E byDefault) {
        var allowed = Stream.of(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        var value = parsed(name, "is one of " + String.join(", ", allowed), text -> {
            if (!allowed.contains(text)) {
                throw new IllegalArgumentException();
            }
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        });
        return value == null ? byDefault : value;
    }

    private <T> @Nullable T parsed(SettingName name, String rule, Function<String, T> parse) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException unparsable) {
            fault(name, rule);
            return null;
        }
    }

    private static URI web(String text) {
        try {
            var url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var scheme = url.getScheme() == null ? "" : url.getScheme();
            if ((!scheme.equals("http") && !scheme.equals("https"))
                    || url.getHost() == null
                    || url.getRawUserInfo() != null
                    || url.getRawQuery() != null
                    || url.getRawFragment() != null) {
                throw new IllegalArgumentException();
            }
            return url;
        } catch (URISyntaxException unparsable) {
            throw new IllegalArgumentException(unparsable);
        }
    }
}
