package dev.connexions.meta.sandbox.world;

/** The two shapes in which Meta answers for one thing: as documented, in a {@code data} array, or flat, as observed. */
public enum AnswerShape {
    FLAT,
    DATA
}
