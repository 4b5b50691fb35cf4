package dev.connexions.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list of Meta's.
 *
 * @param size 1 to 100; Meta may answer fewer although more follow
 * @param after absent for the first one
 */
public record PageOf(int size, @Nullable PageCursor after) {

    public static final int MOST = 100;

    public PageOf {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " items");
        }
    }

    public static PageOf first(int size) {
        return new PageOf(size, null);
    }
}
