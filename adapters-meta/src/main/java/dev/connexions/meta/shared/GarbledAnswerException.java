package dev.connexions.meta.shared;

/** An answer says something that Meta does not say. The message tells what is wrong, never what was said. */
public final class GarbledAnswerException extends RuntimeException {

    public GarbledAnswerException(String what) {
        super(what);
    }
}
