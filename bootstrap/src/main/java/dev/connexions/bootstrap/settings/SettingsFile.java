package dev.connexions.bootstrap.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code connexions.yaml}: the same names as in the environment, which wins. */
final class SettingsFile {

    static final String NAME = "connexions.yaml";

    private SettingsFile() {}

    /** What the file says, overlaid by the environment; only names under our prefix. */
    static Map<String, String> under(Path directory, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        var file = directory.resolve(NAME);
        if (Files.exists(file)) {
            read(file).forEach(values::put);
        }
        environment.forEach((variable, value) -> {
            if (variable.startsWith(SettingName.PREFIX)) {
                values.put(variable, value);
            }
        });
        return values;
    }

    private static Map<String, String> read(Path file) {
        JsonNode tree;
        try {
            tree = new YAMLMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            throw new SettingsException(List.of(NAME + " is no YAML"));
        } catch (IOException unreadable) {
            throw new SettingsException(List.of(NAME + " cannot be read"));
        }
        var values = new HashMap<String, String>();
        if (tree == null || tree.isMissingNode() || tree.isNull()) {
            return values;
        }
        if (!tree.isObject()) {
            throw new SettingsException(List.of(NAME + " is a list of names and values"));
        }
        tree.properties().forEach(property -> {
            if (!property.getKey().startsWith(SettingName.PREFIX)) {
                throw new SettingsException(
                        List.of(NAME + ": " + property.getKey() + " is no setting of this version"));
            }
            if (!property.getValue().isValueNode()) {
                throw new SettingsException(List.of(NAME + ": " + property.getKey() + " is a single value"));
            }
            values.put(property.getKey(), property.getValue().asText());
        });
        return values;
    }
}
