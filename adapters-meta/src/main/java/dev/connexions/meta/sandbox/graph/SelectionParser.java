package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.graph.Selection.Wanted;
import dev.connexions.meta.sandbox.http.Params;
import java.util.ArrayList;
import java.util.List;

/** {@code name.modifier(argument){name,name}}, separated by commas, nested at will (dossier 10). */
final class SelectionParser {

    private static final int DEEPEST = 12;

    private final String source;
    private int at;

    SelectionParser(String source) {
        this.source = source;
    }

    Selection parse() {
        var fields = fields(0);
        if (at < source.length()) {
            throw expected("end of string");
        }
        return new Selection(source, fields);
    }

    private List<Wanted> fields(int depth) {
        if (depth > DEEPEST) {
            throw expected("less nesting");
        }
        var fields = new ArrayList<Wanted>();
        do {
            fields.add(field(depth));
        } while (taken(','));
        return fields;
    }

    private Wanted field(int depth) {
        var name = name();
        var args = new Params();
        while (taken('.')) {
            args.add(name(), argument());
        }
        var below = Selection.DEFAULT;
        if (taken('{')) {
            var from = at;
            below = new Selection("", fields(depth + 1));
            below = new Selection(source.substring(from, at), below.fields());
            if (!taken('}')) {
                throw expected("}");
            }
        } else if (args.one("fields").isPresent()) {
            below = new SelectionParser(args.one("fields").orElseThrow()).parse();
        }
        return new Wanted(name, args.one("as").orElse(name), args, below);
    }

    private String name() {
        skipBlanks();
        var from = at;
        while (at < source.length() && isOfName(source.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw expected("a name");
        }
        var name = source.substring(from, at);
        skipBlanks();
        return name;
    }

    /** Up to the parenthesis that closes it; it may hold others. */
    private String argument() {
        if (!taken('(')) {
            throw expected("(");
        }
        var from = at;
        for (var open = 1; at < source.length(); at++) {
            var c = source.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                var argument = source.substring(from, at);
                at++;
                return unquoted(argument.strip());
            }
        }
        throw expected(")");
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static boolean isOfName(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean taken(char c) {
        skipBlanks();
        if (at < source.length() && source.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private GraphRefusalException expected(String what) {
        return GraphErrors.syntax("Expected " + what, at).refusal();
    }
}
