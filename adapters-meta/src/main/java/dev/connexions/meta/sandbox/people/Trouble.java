package dev.connexions.meta.sandbox.people;

/**
 * What Meta or the owner did to an account.
 *
 * @param before tokens issued before this number are dead of it; a checkpoint stops newer ones too
 */
public record Trouble(Kind kind, long before) {

    public enum Kind {
        REVOKED(458),
        CHECKPOINTED(459),
        PASSWORD_CHANGED(460);

        private final int subcode;

        Kind(int subcode) {
            this.subcode = subcode;
        }

        public int subcode() {
            return subcode;
        }
    }

    public boolean stops(long tokenNumber) {
        return kind == Kind.CHECKPOINTED || tokenNumber < before;
    }
}
