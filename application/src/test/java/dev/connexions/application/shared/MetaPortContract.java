package dev.connexions.application.shared;

/** What the contracts of the ports that ask Meta on behalf of an account have in common. */
public interface MetaPortContract {

    /** To an account that granted everything; the same one each time within a test. */
    MetaAccess access();

    /** From now on Meta does not take the account's token. */
    void revoke();

    /** From now on Meta answers nothing that makes sense. */
    void breakUpstream();
}
