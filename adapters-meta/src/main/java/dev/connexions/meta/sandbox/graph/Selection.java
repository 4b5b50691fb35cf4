package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.http.Params;
import java.util.List;

/**
 * What a caller wants to see of a node: {@code id,media.limit(5){id,caption}}.
 *
 * @param source as it was written
 */
public record Selection(String source, List<Wanted> fields) {

    public static final Selection DEFAULT = new Selection("", List.of());

    public Selection {
        fields = List.copyOf(fields);
    }

    /**
     * @param args what the modifiers say: {@code limit(5)} is the parameter {@code limit} of value 5
     * @param shownAs its key in the answer: its name, unless {@code as(…)} says differently
     */
    public record Wanted(String name, String shownAs, Params args, Selection below) {}

    /** @throws GraphRefusalException when it is not well-formed */
    public static Selection of(Params params) {
        var source = String.join(",", params.texts("fields"));
        return source.isBlank() ? DEFAULT : new SelectionParser(source).parse();
    }
}
