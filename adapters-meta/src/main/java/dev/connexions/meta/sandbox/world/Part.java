package dev.connexions.meta.sandbox.world;

/**
 * Something that the sandbox remembers and a package of its own keeps. Touched only inside {@link World#look} and
 * {@link World#change}, except for what it guards itself.
 *
 * @param <S> how it stands in the state file: a record of what Jackson can write and read
 */
public interface Part<S> {

    /** Its member in the state file. */
    String name();

    Class<S> form();

    S save();

    void restore(S saved);

    /** Everything as on the first day of a world of this seed. */
    void begin(World world);
}
