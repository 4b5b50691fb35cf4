package dev.connexions.meta.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the sandbox's settings are now. Reading one needs no lock. */
public final class Settings {

    /** The two shapes of what Meta's documentation and Meta's servers disagree on (dossier 1.5, 2.2, 12.4). */
    public static final Setting<AnswerShape> ANSWERS = Setting.choice("answers", AnswerShape.FLAT);

    private final Map<String, Setting<?>> known = new LinkedHashMap<>();
    private final Map<Setting<?>, Object> values = new ConcurrentHashMap<>();

    Settings(Collection<Setting<?>> known) {
        known.forEach(setting -> this.known.put(setting.name(), setting));
    }

    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) values.getOrDefault(setting, setting.initial());
    }

    public <T> void put(Setting<T> setting, T value) {
        values.put(setting, value);
    }

    public Optional<Setting<?>> named(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** What breaks the setting's rule changes nothing. */
    public <T> void set(Setting<T> setting, JsonNode value) {
        var parsed = setting.parse().apply(value);
        if (parsed != null) {
            put(setting, parsed);
        }
    }

    public Collection<Setting<?>> known() {
        return List.copyOf(known.values());
    }

    public ObjectNode describe() {
        var all = JsonNodeFactory.instance.objectNode();
        known.values().forEach(setting -> all.set(setting.name(), written(setting)));
        return all;
    }

    void restore(ObjectNode saved) {
        saved.properties().forEach(entry -> named(entry.getKey()).ifPresent(setting -> set(setting, entry.getValue())));
    }

    void clear() {
        values.clear();
    }

    private <T> JsonNode written(Setting<T> setting) {
        return setting.write().apply(get(setting));
    }
}
