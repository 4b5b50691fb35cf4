import java.lang.reflect.AccessibleObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the statements of the service as scripts for pgbench, one pipeline each, so that both sides run the same texts.
 * They are taken out of the program itself; what it binds is made from a random number here.
 */
public final class Texts {

    private static final String CLAIMS =
            "('{\"sub\":\"00000000-0000-4000-a000-' || :k || '\",\"role\":\"authenticated\"}')";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("claims", CLAIMS),
            Map.entry("user", "('00000000-0000-4000-a000-' || :k)"),
            Map.entry("planCacheMode", "'force_generic_plan'"),
            Map.entry("sorting", "'off'"),
            Map.entry("id", "('00000000-0000-4000-8000-' || :n)"),
            Map.entry("afterAt", "'infinity'"),
            Map.entry("afterId", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"),
            Map.entry("limit", "51"),
            Map.entry("clientType", "'reseau'"),
            Map.entry("clientId", "'00000000-0000-0001-0000-000000000001'"),
            Map.entry("email", "'a@example.org'"),
            Map.entry("at", "now()"));

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        var connexions = Long.parseLong(arguments[1]);
        var organisations = Long.parseLong(arguments[2]);
        var random = "\\set r random(0, " + (connexions - 1) + ")\n";
        var numbers = "\\set n 100000000000 + :r\n\\set k 100000000000 + :r % " + organisations + "\n";

        var reads = "dev.connexions.db.connexion.PgConnexionReads";
        pipeline(directory, "get.sql", random + numbers, text(field(reads, "FIND", null)));

        var path = Class.forName("dev.connexions.db.connexion.ListPath").getEnumConstants()[0];
        var scope = Class.forName("dev.connexions.application.connexion.ConnexionReads$Scope").getEnumConstants()[0];
        var of = Class.forName("dev.connexions.db.connexion.ListTexts")
                .getDeclaredMethod("of", path.getClass(), scope.getClass(), boolean.class);
        pipeline(directory, "list.sql", random + numbers, text(open(of).invoke(null, path, scope, false)));

        var bind = (String) field("dev.connexions.db.shared.Standing", "BIND", null);
        var id = "\\set m random(100000000000, 999999999999)\n";
        var own = "('00000000-0000-4000-9000-' || :k)";
        var fresh = "('00000000-' || substr(cast(:m as text), 1, 4) || '-4000-b000-' || :m)";
        var add = (String) field("dev.connexions.db.connexion.ConnexionSql", "ADD", null);
        var turn = (String) field("dev.connexions.db.audit.PgAuditTrail", "TAKE_TURN", null);
        var append = ((String) field("dev.connexions.db.audit.PgAuditTrail", "APPEND", null))
                .replace(":sequence", "(select coalesce(max(sequence), 0) + 1 from connexions.audit_entry"
                        + " where organisation_id = cast(" + own + " as uuid))");
        var created = String.join(";\n", bind.strip(), add.strip(), turn.strip(), append.strip());
        created = created.replace(":actorKind", "'user'")
                .replace(":actorId", VALUES.get("user"))
                .replace(":actorReason", "null")
                .replace(":action", "'connexion.created'")
                .replace(":outcome", "'done'")
                .replace(":connexion", fresh)
                .replace(":request", "'benchmark'")
                .replace(":detailsDigest", "decode(repeat('ab', 32), 'hex')")
                .replace(":previousHash", "decode(repeat('ab', 32), 'hex')")
                .replace(":hash", "decode(repeat('ab', 32), 'hex')")
                .replace(":details", "'{\"key\": {\"after\": \"igc\"}, \"status\": {\"after\": \"pending\"}}'")
                .replace(":salt", "decode(repeat('ab', 32), 'hex')")
                .replace(":limit", "null")
                .replace(":organisation", own)
                .replace(":key", "('igc_' || :m)")
                .replace(":id", fresh);
        pipeline(directory, "create.sql", random + numbers + id, values(created));

        var reserve = bind.strip() + ";\n" + """
                update public.instagram_connexion
                set instagram_usage_quotidien = coalesce(instagram_usage_quotidien, 0) + 1
                where organisation_id = (select public.get_user_organisation_id(cast(:user as uuid)))
                  and instagram_connexion_id = cast(:id as uuid)
                  and coalesce(instagram_usage_quotidien, 0) + 1 <= coalesce(instagram_limite_quotidienne, 2147483647)
                returning instagram_usage_quotidien""";
        pipeline(directory, "quota-random.sql", random + numbers, values(reserve));
        pipeline(directory, "quota-ledger.sql", random + numbers, reservation());
        pipeline(directory, "quota-hot.sql", "\\set r 4242\n" + numbers, values(reserve));
    }

    /** The service's own, with the row of the reservation. */
    private static String reservation() throws Exception {
        return text(field("dev.connexions.db.quota.ReserveStatement", "RESERVE", null))
                .replaceAll(":connexion\\b", "('00000000-0000-4000-8000-' || :n)")
                .replace(":sum", "1")
                .replace(":latest", "now()")
                .replace(":furthestEnd", "(now() + interval '2 days')")
                .replace("cast(:ids as uuid[])", "array[gen_random_uuid()]")
                .replace("cast(:units as integer[])", "array[1]")
                .replace(":purposes", "array[cast(null as text)]")
                .replace("cast(:heldAt as timestamptz[])", "array[now()]")
                .replace("cast(:expiresAt as timestamptz[])", "array[now() + interval '15 minutes']");
    }

    /** Of a CallerQuery: its text with question marks, and the names that stand for them. */
    private static String text(Object query) throws Exception {
        var text = (String) field(query.getClass().getName(), "text", query);
        for (var name : (List<?>) field(query.getClass().getName(), "names", query)) {
            text = text.replaceFirst("\\?", ":" + name);
        }
        return values(text);
    }

    private static String values(String text) {
        var made = text.replace(":organisation", "null");
        for (var value : VALUES.entrySet()) {
            made = made.replaceAll(":" + value.getKey() + "\\b", java.util.regex.Matcher.quoteReplacement(value.getValue()));
        }
        return made;
    }

    private static void pipeline(Path directory, String name, String before, String statements) throws Exception {
        Files.writeString(
                directory.resolve(name), before + "\\startpipeline\n" + statements.strip() + ";\n\\endpipeline\n");
    }

    private static Object field(String type, String name, Object of) throws Exception {
        return open(Class.forName(type).getDeclaredField(name)).get(of);
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }
}
