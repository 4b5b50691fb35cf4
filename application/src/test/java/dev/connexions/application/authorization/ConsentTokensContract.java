package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OneTimeSecret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ConsentTokens} promises. */
public interface ConsentTokensContract extends Platform {

    @Test
    default void keepsASessionsWhileAChoiceOrAProofIsUnderWay() {
        var member = member();
        var choosing = choosing(member);
        var token = keep(member, choosing);
        assertThat(of(member, choosing.id())).isEqualTo(new Opened.Token(token));
        var proving = save(member, with(choosing, proving()));
        assertThat(of(member, choosing.id())).isEqualTo(new Opened.Token(token));
        var again = save(member, with(proving, choosing.progress()));
        assertThat(of(member, again.id())).isEqualTo(new Opened.Token(token));
    }

    @Test
    default void destroysASessionsAtEveryEnd() {
        var member = member();
        var now = Fixtures.NOW;
        for (var end : List.of(
                new Progress.Completed(now, "atelier"),
                new Progress.Failed(now, Failure.WRONG_ACCOUNT, List.of()),
                new Progress.Superseded(now),
                new Progress.Lapsed(now),
                new Progress.Consenting(digest(), digest(), now),
                new Progress.Waiting())) {
            var choosing = choosing(member);
            keep(member, choosing);
            var ended = save(member, with(choosing, end));
            assertThat(of(member, choosing.id())).as("%s", end).isEqualTo(new Opened.None());
            save(member, with(ended, AuthorizationSessionsContract.choosing()));
            assertThat(of(member, choosing.id())).as("%s", end).isEqualTo(new Opened.None());
        }
        var erased = choosing(member);
        keep(member, erased);
        run(member, tx -> connexions().remove(tx, erased.connexion()));
        assertThat(of(member, erased.id())).isEqualTo(new Opened.None());
    }

    @Test
    default void keepsNothingForASessionThatHasNoUseForIt() {
        var member = member();
        var waiting = save(member, session(member));
        assertThat(of(member, waiting.id())).isEqualTo(new Opened.None());
        assertThatThrownBy(() -> keep(member, waiting)).isInstanceOf(StaleException.class);
        assertThat(of(member, AuthorizationSessionId.random())).isEqualTo(new Opened.None());
    }

    @Test
    default void keepsAGrantsAsLongAsTheGrant() {
        var member = member();
        var grant = Fixtures.facebookGrant(organisationOf(member));
        run(member, tx -> grants().save(tx, grant));
        assertThat(of(member, grant.id())).isEqualTo(new Opened.None());
        var token = keep(member, grant);
        assertThat(of(member, grant.id())).isEqualTo(new Opened.Token(token));
        run(member, tx -> grants().save(tx, grant.verified(Fixtures.NOW)));
        assertThat(of(member, grant.id())).isEqualTo(new Opened.Token(token));
        var other = keep(member, grant);
        assertThat(of(member, grant.id())).isEqualTo(new Opened.Token(other));
        run(member, tx -> grants().removeUnused(tx, grant.id()));
        assertThat(of(member, grant.id())).isEqualTo(new Opened.None());
        assertThatThrownBy(() -> keep(member, grant)).isInstanceOf(StaleException.class);
    }

    @Test
    default void keepsNothingForAGrantThatHasNoUseForIt() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        run(member, tx -> grants().save(tx, grant));
        assertThatThrownBy(() -> keep(member, grant)).isInstanceOf(StaleException.class);
        assertThat(of(member, GrantId.random())).isEqualTo(new Opened.None());
    }

    @Test
    default void hidesAnotherOrganisations() {
        var member = member();
        var choosing = choosing(member);
        var token = keep(member, choosing);
        var grant = Fixtures.facebookGrant(organisationOf(member));
        run(member, tx -> grants().save(tx, grant));
        keep(member, grant);
        var elsewhere = organisationOf(member());
        for (var stranger : List.of(
                member(elsewhere),
                administrator(elsewhere),
                administrator(null),
                Fixtures.job(elsewhere),
                Fixtures.job())) {
            assertThat(of(stranger, choosing.id())).as("%s", stranger).isEqualTo(new Opened.None());
            assertThat(of(stranger, grant.id())).as("%s", stranger).isEqualTo(new Opened.None());
            assertThatThrownBy(() -> keep(stranger, choosing)).isInstanceOf(StaleException.class);
            assertThatThrownBy(() -> keep(stranger, grant)).isInstanceOf(StaleException.class);
        }
        assertThat(of(member, choosing.id())).isEqualTo(new Opened.Token(token));
    }

    private Opened of(Caller caller, AuthorizationSessionId id) {
        return read(caller, tx -> consents().of(tx, id));
    }

    private Opened of(Caller caller, GrantId id) {
        return read(caller, tx -> consents().of(tx, id));
    }

    private AccessToken keep(Caller caller, AuthorizationSession session) {
        var token = Fixtures.token();
        run(caller, tx -> consents().keep(tx, session.id(), token));
        return token;
    }

    private AccessToken keep(Caller caller, Grant grant) {
        var token = Fixtures.token();
        run(caller, tx -> consents().keep(tx, grant.id(), token));
        return token;
    }

    private AuthorizationSession choosing(Caller caller) {
        return save(caller, with(save(caller, session(caller)), AuthorizationSessionsContract.choosing()));
    }

    private AuthorizationSession session(Caller caller) {
        return Fixtures.session(organisationOf(caller), add(caller).id(), Fixtures.NOW);
    }

    private static Progress proving() {
        return new Progress.Proving(
                Fixtures.NOW, digest(), AuthorizationSessionsContract.consent(), new AccountId("17841"), true);
    }

    private static Digest digest() {
        return OneTimeSecret.random().digest();
    }

    private static AuthorizationSession with(AuthorizationSession session, Progress progress) {
        return AuthorizationSessionsContract.with(session, progress);
    }
}
