package dev.connexions.application.media;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.media.AccountProfile;

/** How an account shows itself. Ends within ten seconds. Never called inside a transaction. */
public interface InstagramProfiles {

    /** Whose token it is, and how many follow. With Facebook Login Meta does not tell the account's type. */
    Look profile(MetaAccess access);

    sealed interface Look {

        record Seen(AccountProfile profile) implements Look {}

        record Failed(MetaFailure why) implements Look {}
    }
}
