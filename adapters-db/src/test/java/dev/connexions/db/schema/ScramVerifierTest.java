package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScramVerifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"pencil", "with space and ~!\"'$%", "x"})
    void makesWhatPostgresMakes(String password) {
        var database = TestDatabase.shared();
        var role = database.owner().user();
        try (var superuser = Psql.at(database.superuserUrl())) {
            superuser.run("begin");
            superuser.run("set local password_encryption = 'scram-sha-256'");
            superuser.run("alter role " + role + " password " + Scripts.literal(password));
            var theirs = Objects.requireNonNull(
                    superuser.one("select rolpassword from pg_authid where rolname = '" + role + "'"));
            superuser.run("rollback");
            var salt = Base64.getDecoder().decode(theirs.replaceAll("^[^:]*:([^$]*).*", "$1"));
            assertThat(ScramVerifier.of(password, salt)).isEqualTo(theirs);
        }
    }

    @Test
    void saltsEachDifferently() {
        assertThat(ScramVerifier.of("pencil")).isNotEqualTo(ScramVerifier.of("pencil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "caf\u00e9", "line\n"})
    void refusesWhatWouldHaveToBePreparedFirst(String password) {
        assertThatThrownBy(() -> ScramVerifier.of(password)).isInstanceOf(IllegalArgumentException.class);
    }
}
