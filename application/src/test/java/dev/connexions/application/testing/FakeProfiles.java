package dev.connexions.application.testing;

import dev.connexions.application.media.InstagramProfiles;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.AccountProfile;
import org.jspecify.annotations.Nullable;

/** Says that each token belongs to the account it is used for, unless a test says otherwise. */
public final class FakeProfiles implements InstagramProfiles {

    private final MetaScript script;
    private volatile @Nullable AccountProfile shown;

    public FakeProfiles(InMemoryStore store) {
        script = new MetaScript(store);
    }

    public MetaScript script() {
        return script;
    }

    /** From now on every token belongs to this one. */
    public void shows(AccountProfile profile) {
        shown = profile;
    }

    @Override
    public Look profile(MetaAccess access) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Look.Failed(failure.get());
        }
        var profile = shown;
        return new Look.Seen(profile == null ? usual(access) : profile);
    }

    private static AccountProfile usual(MetaAccess access) {
        var type = access.product() == LoginProduct.INSTAGRAM ? AccountType.BUSINESS : null;
        var name = "atelier." + access.account().value();
        var account = new Account(access.account(), name, type, access.pageId());
        return new AccountProfile(account, null, null, null, null, 812L, 90L, 64L);
    }
}
