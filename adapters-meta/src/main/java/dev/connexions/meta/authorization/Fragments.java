package dev.connexions.meta.authorization;

import java.util.List;

/** What Meta appends to its redirects; whoever reads the address in a browser takes it for a part of the code. */
final class Fragments {

    private static final List<String> KNOWN = List.of("#_=_", "#_");

    private Fragments() {}

    static String strip(String code) {
        return KNOWN.stream()
                .filter(code::endsWith)
                .findFirst()
                .map(fragment -> code.substring(0, code.length() - fragment.length()))
                .orElse(code);
    }
}
