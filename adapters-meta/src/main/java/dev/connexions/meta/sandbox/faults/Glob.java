package dev.connexions.meta.sandbox.faults;

import dev.connexions.meta.sandbox.http.Address;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern of paths: {@code *} stands for anything, slashes included. It may be written with Meta's host and the
 * version, without the host, or without both.
 */
public final class Glob {

    private final String text;
    private final Pattern pattern;

    public Glob(String text) {
        this.text = text;
        this.pattern = Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    public boolean matches(Address address) {
        return address.spellings().stream()
                .anyMatch(path -> pattern.matcher(path).matches());
    }

    @Override
    public String toString() {
        return text;
    }
}
