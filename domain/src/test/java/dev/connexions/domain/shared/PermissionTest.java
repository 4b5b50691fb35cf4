package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(Permission permission) {
        assertThat(Permission.of(permission.code())).contains(permission);
        assertThat(permission.code()).matches("[a-z]+:(read|write)");
    }

    @Test
    void isNotFoundByAnyOther() {
        assertThat(Permission.of("tokens:write")).isEmpty();
        assertThat(Permission.of("TOKENS:READ")).isEmpty();
        assertThat(Permission.of("TOKENS_READ")).isEmpty();
        assertThat(Permission.of("")).isEmpty();
    }

    @Test
    void isEverythingButTokensUnlessStated() {
        assertThat(Permission.unlessStated()).isEqualTo(EnumSet.complementOf(EnumSet.of(Permission.TOKENS_READ)));
    }

    @Test
    void isWhatACallerHolds() {
        var held = new HashSet<>(Set.of(Permission.AUDIT_READ));
        var caller = new Caller.User(new UserId(UUID.randomUUID()), held, RequestId.random());
        held.add(Permission.TOKENS_READ);
        assertThat(caller.may(Permission.AUDIT_READ)).isTrue();
        assertThat(caller.may(Permission.TOKENS_READ)).isFalse();
    }
}
