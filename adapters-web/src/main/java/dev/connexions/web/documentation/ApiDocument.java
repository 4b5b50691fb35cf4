package dev.connexions.web.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The API's document, as it was written and as JSON. */
final class ApiDocument {

    private final byte[] yaml = Resources.bytes("/openapi.yaml");
    private final JsonNode tree;

    public ApiDocument() {
        try {
            tree = new YAMLMapper().readTree(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException("the API's document is broken", broken);
        }
    }

    byte[] yaml() {
        return yaml.clone();
    }

    JsonNode tree() {
        return tree;
    }
}
