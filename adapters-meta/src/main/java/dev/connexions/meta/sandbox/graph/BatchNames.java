package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entries of a batch that have a name, for those behind them that refer to what they answered. */
final class BatchNames {

    private static final Pattern REFERENCE = Pattern.compile("\\{result=([A-Za-z0-9_-]+):(\\$[^}]*)}");

    private final Map<String, Answer> answers = new HashMap<>();

    void remember(String name, Answer answer) {
        if (!name.isEmpty()) {
            answers.put(name, answer);
        }
    }

    /** @throws GraphRefusalException when there is none of that name, or it failed */
    JsonNode require(String name) {
        var answer = answers.get(name);
        if (answer == null || answer.status() != 200) {
            throw Batch.refusal("The request named " + name + " does not exist, or has failed");
        }
        return Json.read(answer.body());
    }

    /** With what was answered in place of {@code {result=name:$.path}}. */
    String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(this::replacement);
    }

    private String replacement(MatchResult reference) {
        return Matcher.quoteReplacement(
                String.join(",", JsonPath.texts(require(reference.group(1)), reference.group(2))));
    }
}
