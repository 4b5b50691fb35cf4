package dev.connexions.domain.publication;

/** Somebody who is to be seen. A picture in the feed needs to know where, a reel has no place for it, a story takes both. */
public sealed interface UserTag {

    Username user();

    record Anywhere(Username user) implements UserTag {}

    /**
     * @param x from the left edge (0) to the right one (1)
     * @param y from the upper edge (0) to the lower one (1)
     */
    record At(Username user, double x, double y) implements UserTag {

        public At {
            if (!(isShare(x) && isShare(y))) {
                throw new IllegalArgumentException("a tag stands at 0 to 1 of the width and of the height");
            }
        }

        private static boolean isShare(double value) {
            return value >= 0 && value <= 1;
        }
    }
}
