package dev.connexions.web.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers against the API's document: what it does not declare, nobody may answer. Thread-safe. */
public final class OpenApiContract {

    /** @param permission the value of {@code x-permission} */
    public record Operation(String method, String path, String permission) {}

    /**
     * A member of the JSON object that an operation takes.
     *
     * @param others a good object of all the members that are required
     */
    public record Member(Operation operation, String name, ObjectNode others, String schema) {

        /** The object with this value, as JSON, for the member. */
        public String with(String json) {
            var rest = others.deepCopy();
            rest.remove(name);
            var before = rest.toString();
            return before.substring(0, before.length() - 1) + (rest.isEmpty() ? "" : ",") + "\"" + name + "\":" + json
                    + "}";
        }

        @Override
        public String toString() {
            return operation.method() + " " + operation.path() + " /" + name;
        }
    }

    /**
     * The JSON object that an operation takes.
     *
     * @param example a good one
     */
    public record Body(Operation operation, String mediaType, boolean required, ObjectNode example) {

        /** The example with one member more, as JSON. */
        public String and(String member, String json) {
            var begin = example.toString();
            return begin.substring(0, begin.length() - 1) + (example.isEmpty() ? "" : ",") + TextNode.valueOf(member)
                    + ":" + json + "}";
        }

        @Override
        public String toString() {
            return operation.method() + " " + operation.path();
        }
    }

    private static final String DOCUMENT = "https://connexions.example/openapi";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private OpenApiContract(JsonNode document) {
        this.document = document;
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
    }

    public static OpenApiContract load() {
        try (var in = OpenApiContract.class.getResourceAsStream("/openapi.yaml")) {
            return new OpenApiContract(new YAMLMapper().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        var permission = member.getValue().path("x-permission").asText();
                        operations.add(
                                new Operation(member.getKey().toUpperCase(Locale.ROOT), path.getKey(), permission));
                    }
                }));
        return operations;
    }

    /** Of every operation that takes one, be it an empty one. */
    public List<Body> bodies() {
        var bodies = new ArrayList<Body>();
        for (var operation : operations()) {
            var body = document.at(follow(
                    "/paths/" + escape(operation.path()) + "/" + operationOf(operation.method()) + "/requestBody"));
            body.path("content").properties().stream()
                    .filter(content -> isJson(content.getKey()))
                    .forEach(content -> bodies.add(new Body(
                            operation,
                            content.getKey(),
                            body.path("required").asBoolean(),
                            content.getValue().path("example") instanceof ObjectNode example
                                    ? example
                                    : JsonNodeFactory.instance.objectNode())));
        }
        return bodies;
    }

    /** A page's form has rules of its own. */
    private static boolean isJson(String mediaType) {
        return mediaType.endsWith("json");
    }

    /** Of every body that any operation takes. */
    public List<Member> members() {
        var members = new ArrayList<Member>();
        for (var operation : operations()) {
            var body = "/paths/" + escape(operation.path()) + "/" + operationOf(operation.method()) + "/requestBody";
            document.at(follow(body)).path("content").properties().stream()
                    .filter(content -> isJson(content.getKey()))
                    .forEach(content -> {
                        var schema = follow(body + "/content/" + escape(content.getKey()) + "/schema");
                        var required = new ArrayList<String>();
                        document.at(schema).path("required").forEach(name -> required.add(name.asText()));
                        document.at(schema).path("properties").propertyStream().forEach(member -> {
                            var others = JsonNodeFactory.instance.objectNode();
                            required.forEach(name -> others.set(
                                    name, content.getValue().path("example").path(name)));
                            members.add(new Member(
                                    operation,
                                    member.getKey(),
                                    others,
                                    schema + "/properties/" + escape(member.getKey())));
                        });
                    });
        }
        return members;
    }

    /** Whether the document lets the member have the value. */
    public boolean accepts(Member member, String json) {
        return valid("#" + member.schema(), json);
    }

    /** The names of the query parameters that an operation has. */
    public Set<String> queryParameters(String method, String path) {
        var names = new TreeSet<String>();
        document.path("paths")
                .path(path)
                .path(operationOf(method))
                .path("parameters")
                .forEach(parameter -> {
                    var reference = parameter.path("$ref");
                    var resolved = reference.isTextual()
                            ? document.at(reference.asText().substring(1))
                            : parameter;
                    if (resolved.path("in").asText().equals("query")) {
                        names.add(resolved.path("name").asText());
                    }
                });
        return names;
    }

    /** Holds the document's own examples against its schemas. */
    void checkExamples() {
        checkExamples("");
    }

    /**
     * @param path as it was sent, with or without a query
     * @throws AssertionError unless operation, status, headers, media type and body are as declared
     */
    public void check(String method, String path, int status, Map<String, List<String>> headers, byte[] body) {
        var answer = new Received(method + " " + withoutQuery(path) + " -> " + status, status, headers, body);
        answer.requireHeader("x-content-type-options", "nosniff");
        answer.requireHeader("referrer-policy", "no-referrer");
        var declared = template(withoutQuery(path));
        if (method.equals("OPTIONS") && declared.isPresent()) {
            answer.require(status == 204 && answer.has("allow"), "OPTIONS is 204 with Allow");
            return;
        }
        var item = declared.map(template -> document.path("paths").path(template));
        var operation = item.map(node -> node.path(operationOf(method)));
        if (operation.isEmpty() || operation.get().isMissingNode()) {
            checkUndeclared(answer, declared.isPresent());
        } else {
            var pointer =
                    "/paths/" + escape(declared.orElseThrow()) + "/" + operationOf(method) + "/responses/" + status;
            checkDeclared(answer, follow(pointer), method.equals("HEAD"));
        }
    }

    private void checkExamples(String pointer) {
        var node = document.at(pointer);
        if (node.has("schema")) {
            var schema = "#" + pointer + "/schema";
            if (node.has("example")) {
                var faults = faults(schema, node.path("example").toString());
                require(faults.isEmpty(), pointer + ": " + faults);
            }
            node.path("examples").properties().forEach(example -> {
                var named = document.at(follow(pointer + "/examples/" + escape(example.getKey())))
                        .path("value");
                var faults = faults(schema, named.toString());
                require(!named.isMissingNode() && faults.isEmpty(), pointer + " " + example.getKey() + ": " + faults);
            });
        }
        node.properties().forEach(member -> checkExamples(pointer + "/" + escape(member.getKey())));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private void checkDeclared(Received answer, String pointer, boolean head) {
        var response = document.at(pointer);
        answer.require(!response.isMissingNode(), "the document does not declare this status");
        response.path("headers")
                .properties()
                .forEach(header ->
                        checkHeader(answer, header.getKey(), follow(pointer + "/headers/" + escape(header.getKey()))));
        if (head) {
            answer.require(answer.isEmpty(), "HEAD has no body");
            return;
        }
        var content = response.path("content");
        if (content.isMissingNode()) {
            answer.require(answer.isEmpty(), "no body is declared");
            return;
        }
        var mediaType = answer.mediaType();
        answer.require(content.has(mediaType), "the media type " + mediaType + " is not declared");
        if (mediaType.endsWith("json")) {
            var schema = pointer + "/content/" + escape(mediaType) + "/schema";
            answer.require(
                    valid("#" + schema, answer.text()), "is not as declared: " + faults("#" + schema, answer.text()));
        }
    }

    private void checkHeader(Received answer, String name, String pointer) {
        var declared = document.at(pointer);
        var values = answer.header(name);
        answer.require(
                !declared.path("required").asBoolean() || !values.isEmpty(), "the header " + name + " is missing");
        for (var value : values) {
            var json = TextNode.valueOf(value).toString();
            answer.require(
                    valid("#" + pointer + "/schema", json),
                    "the header " + name + " is " + value + ": " + faults("#" + pointer + "/schema", json));
        }
    }

    /** What the document says in words, for all paths: no such path, no such method. */
    private void checkUndeclared(Received answer, boolean knownPath) {
        var allowed = knownPath ? Set.of(400, 405, 414, 431) : Set.of(400, 404, 413, 414, 431);
        answer.require(allowed.contains(answer.status()), "an undeclared operation answers one of " + allowed);
        answer.require(answer.status() != 405 || answer.has("allow"), "405 comes with Allow");
        answer.requireHeader("cache-control", "no-store");
        if (!answer.isEmpty()) {
            answer.require(answer.mediaType().equals("application/problem+json"), "not a problem");
            answer.require(valid(PROBLEM, answer.text()), "is no problem: " + faults(PROBLEM, answer.text()));
        }
    }

    private boolean valid(String pointer, String json) {
        return faults(pointer, json).isEmpty();
    }

    private List<String> faults(String pointer, String json) {
        return schemas
                .getSchema(SchemaLocation.of(DOCUMENT + pointer))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private String follow(String pointer) {
        var reference = document.at(pointer).path("$ref");
        return reference.isTextual() ? follow(reference.asText().substring(1)) : pointer;
    }

    /** The path of the document that a path is one of; a fixed one before a template. */
    private Optional<String> template(String path) {
        var paths = document.path("paths");
        if (paths.has(path)) {
            return Optional.of(path);
        }
        return paths.properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst();
    }

    private static String operationOf(String method) {
        return method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    }

    private static String withoutQuery(String path) {
        return path.split("[?#]", 2)[0];
    }

    private static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
