package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.token.InstagramTokens.Refresh;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramTokens} promises. */
public interface InstagramTokensContract {

    InstagramTokens tokens();

    /** A token of Instagram Login, of a new account, old enough to be renewed. */
    AccessToken token();

    /** What Meta takes the time to be. */
    Instant now();

    /** From now on Meta answers nothing that makes sense. */
    void breakUpstream();

    @Test
    default void givesATokenForATokenWhoseLifeBeginsAnew() {
        var token = token();
        var renewed = renewed(token);
        assertThat(renewed.token()).isNotEqualTo(token);
        var issued = Objects.requireNonNull(renewed.lease().issuedAt());
        assertThat(issued).isBetween(now().minusSeconds(60), now());
        assertThat(renewed.lease().expiresAt()).isAfter(issued.plus(Duration.ofDays(30)));
    }

    @Test
    default void leavesTheOldTokenToItsEnd() {
        var token = token();
        var first = renewed(token);
        assertThat(renewed(token).token()).isNotEqualTo(first.token());
    }

    @Test
    default void renewsNothingOfFacebookLogin() {
        assertThat(tokens().refresh(LoginProduct.FACEBOOK, token()))
                .isEqualTo(new Refresh.Failed(RenewalFailure.REFUSED, null));
    }

    @Test
    default void saysThatMetaCannotBeUnderstood() {
        var token = token();
        breakUpstream();
        assertThat(refresh(token))
                .isInstanceOfSatisfying(
                        Refresh.Failed.class,
                        failed -> assertThat(failed.why())
                                .isIn(RenewalFailure.UPSTREAM_FAILED, RenewalFailure.UPSTREAM_INVALID));
    }

    private Refresh refresh(AccessToken token) {
        return tokens().refresh(LoginProduct.INSTAGRAM, token);
    }

    private Refresh.Renewed renewed(AccessToken token) {
        var answer = refresh(token);
        assertThat(answer).isInstanceOf(Refresh.Renewed.class);
        return (Refresh.Renewed) answer;
    }
}
