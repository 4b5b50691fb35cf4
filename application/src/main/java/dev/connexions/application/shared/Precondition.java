package dev.connexions.application.shared;

/**
 * What a caller demands of a thing as it stands before it is changed. Judged with the thing locked, so that nobody, the
 * platform at the database neither, changes it between the judgement and the change.
 */
@FunctionalInterface
public interface Precondition<T> {

    boolean holdsFor(T current);

    static <T> Precondition<T> none() {
        return new None<>();
    }

    /** Nothing is demanded, so nothing need be looked at. */
    record None<T>() implements Precondition<T> {

        @Override
        public boolean holdsFor(T current) {
            return true;
        }
    }
}
