package dev.connexions.application.testing;

import dev.connexions.application.token.InstagramTokens;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Renews each token of Instagram Login for sixty days, unless a test says otherwise, and says what it was asked. */
public final class FakeTokens implements InstagramTokens {

    private final InMemoryStore store;
    private final InstantSource clock;
    private final List<AccessToken> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Refresh scripted;
    private volatile Consumer<AccessToken> meanwhile = token -> {};

    public FakeTokens(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** From now on every call fails like this. */
    public void fails(RenewalFailure why) {
        fails(why, null);
    }

    public void fails(RenewalFailure why, @Nullable Instant notBefore) {
        scripted = new Refresh.Failed(why, notBefore);
    }

    public void works() {
        scripted = null;
    }

    /** What happens elsewhere while a renewal is under way. */
    public void meanwhile(Consumer<AccessToken> happening) {
        meanwhile = happening;
    }

    public List<AccessToken> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Refresh refresh(LoginProduct product, AccessToken token) {
        if (store.isInTransaction()) {
            throw new IllegalStateException("Meta was called inside a transaction");
        }
        asked.add(token);
        meanwhile.accept(token);
        if (product != LoginProduct.INSTAGRAM) {
            return new Refresh.Failed(RenewalFailure.REFUSED, null);
        }
        var answer = scripted;
        var now = clock.instant();
        return answer == null
                ? new Refresh.Renewed(Fixtures.token(), new TokenLease(now, now.plus(Fixtures.TOKEN_LIFETIME)))
                : answer;
    }
}
