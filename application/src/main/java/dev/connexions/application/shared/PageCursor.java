package dev.connexions.application.shared;

/** Where a page of Meta's begins: 1 to 4096 visible ASCII characters that mean something to Meta alone. */
public record PageCursor(String value) {

    private static final int MAX_LENGTH = 4096;

    public PageCursor {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("a cursor is 1 to 4096 visible ASCII characters");
        }
    }
}
