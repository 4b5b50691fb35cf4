package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.db.shared.Database;
import dev.connexions.db.testing.ExistingPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowReportTest {

    private final TestDatabase database = TestDatabase.provisioned();
    private final Database pool = Database.open(database.settings());

    @BeforeEach
    void adopt() {
        database.sql(ExistingPlatform.dump());
        database.sql(Scripts.interpolated(
                Scripts.provisionExisting(),
                Map.of(
                        "owner",
                        database.owner().user(),
                        "application",
                        database.application().user())));
        Migrations.run(
                database.url(),
                database.owner(),
                database.application().user(),
                Platform.EXISTING,
                ExistingPlatform.SYSTEM);
    }

    @AfterEach
    void drop() {
        pool.close();
        database.close();
    }

    @Test
    void namesEveryOddRowOfTheDump() {
        assertThat(told(RowReport.run(pool, ExistingPlatform.SYSTEM)))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("have a status that no connexion can have", "1: 03"),
                        Map.entry("keep a token in clear text", "10: 01 02 03"),
                        Map.entry("keep something that is no token where the token belongs", "1: 06"),
                        Map.entry("say active and have no token", "1: 04"),
                        Map.entry("say active and name no account", "1: 09"),
                        Map.entry("say active and have expired", "1: 05"),
                        Map.entry("name the end of time", "1: 07"),
                        Map.entry("share their key with another of their organisation", "2: 01 02"),
                        Map.entry("share their account with another of their organisation", "2: 01 02"),
                        Map.entry("have a limit or a count below zero", "1: 06"),
                        Map.entry("have no daily limit", "4: 02 04 10")));
    }

    @Test
    void namesTheRowsOfAnOrganisationThatIsGoneWhereItMayLook() {
        var denied = new AtomicBoolean();
        assertThat(RowReport.orphans(pool, ExistingPlatform.SYSTEM, () -> denied.set(true)))
                .isEmpty();
        assertThat(denied).isTrue();
        database.sql("grant select on public.organisations to authenticated");
        assertThat(told(RowReport.orphans(pool, ExistingPlatform.SYSTEM, () -> {})))
                .isEqualTo(Map.of("belong to an organisation that the platform does not know", "1: 31"));
    }

    @Test
    void triesEverySealedTokenAndTellsHowFarItIs() {
        database.sql("update public.instagram_connexion set instagram_access_token = 'ctk1.AAAA'"
                + " where instagram_connexion_key = 'boutique'");
        var progress = new ArrayList<Long>();
        assertThat(told(RowReport.unreadable(pool, ExistingPlatform.SYSTEM, KeyRing.generate(), progress::add)))
                .isEqualTo(Map.of("keep a token that no key of the ring opens", "3: 01 02 21"));
        assertThat(progress).containsExactly(3L);
    }

    @Test
    void changesNothing() {
        try (var superuser = Psql.at(database.superuserUrl())) {
            var rows = "select md5(string_agg(c::text, ';')) from public.instagram_connexion c";
            var before = superuser.one(rows);
            RowReport.run(pool, ExistingPlatform.SYSTEM);
            RowReport.unreadable(pool, ExistingPlatform.SYSTEM, KeyRing.generate(), tried -> {});
            assertThat(superuser.one(rows)).isEqualTo(before);
        }
    }

    @Test
    void listsWhatOthersMayDoWithTheTable() {
        // PostgreSQL 17 added "maintain" to what all privileges are.
        assertThat(Surroundings.otherGrants(pool).stream().map(told -> told.replace("maintain, ", "")))
                .contains("anon may delete, insert, select, update", "service_role may delete, insert, select, update");
    }

    @Test
    void tellsHowFarTheClocksAreApart() {
        var offset = Surroundings.clockOffset(pool, Clock.systemUTC());
        assertThat(offset.abs()).isLessThan(Duration.ofMinutes(5));
        var slow =
                Surroundings.clockOffset(pool, () -> Clock.systemUTC().instant().minusSeconds(3600));
        assertThat(slow.minus(offset).abs()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    private static Map<String, String> told(List<RowNote> notes) {
        return notes.stream()
                .collect(Collectors.toMap(
                        RowNote::what,
                        note -> note.rows() + ": "
                                + note.examples().stream()
                                        .map(id -> id.toString().substring(34))
                                        .collect(Collectors.joining(" "))));
    }
}
