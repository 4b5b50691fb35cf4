package dev.connexions.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.connexions.domain.shared.AccessToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Each rule by a name of its own, so that a test can show that it would catch what it is for. */
final class Rules {

    private static final String DOMAIN = "dev.connexions.domain..";
    private static final String APPLICATION = "dev.connexions.application..";
    private static final String DB = "dev.connexions.db..";
    private static final String WEB = "dev.connexions.web..";
    private static final String META = "dev.connexions.meta..";
    private static final String SANDBOX = "dev.connexions.meta.sandbox..";
    private static final String BOOTSTRAP = "dev.connexions.bootstrap..";
    private static final Set<String> USE_CASE_METHODS = Set.of("handle", "turn");

    private Rules() {}

    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "the domain knows only the JDK",
                classes()
                        .that()
                        .resideInAPackage(DOMAIN)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(DOMAIN, "java..", "org.jspecify..")
                        .because("the rules must outlive every framework"));
        rules.put(
                "the application knows only the domain",
                classes()
                        .that()
                        .resideInAPackage(APPLICATION)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(APPLICATION, DOMAIN, "java..", "org.jspecify..")
                        .because("a use case is a sequence, not a technology"));
        rules.put(
                "adapters do not know each other",
                slices().matching("dev.connexions.(db|web|meta)..")
                        .should()
                        .notDependOnEachOther()
                        .because("each must be replaceable alone"));
        rules.put(
                "nothing depends on the composition root",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BOOTSTRAP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(BOOTSTRAP)
                        .because("what puts everything together is known by nobody"));
        rules.put(
                "capabilities of the domain are free of cycles",
                slices().matching("dev.connexions.domain.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a cycle is one capability in disguise"));
        rules.put(
                "capabilities of the application are free of cycles",
                slices().matching("dev.connexions.application.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a cycle is one capability in disguise"));
        for (var adapter : Set.of("db", "web", "meta")) {
            rules.put(
                    "capabilities of " + adapter + " are free of cycles",
                    slices().matching("dev.connexions." + adapter + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .because("a cycle is one capability in disguise"));
        }
        rules.put(
                "a connexion does not know who uses it",
                noClasses()
                        .that()
                        .resideInAPackage("dev.connexions.domain.connexion..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.connexions.domain.authorization..", "dev.connexions.domain.audit..")
                        .because("the core does not depend on what grows around it"));
        rules.put(
                "SQL stays in the database adapter",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(DB, "dev.connexions.bootstrap.demo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "io.helidon.dbclient..", "org.postgresql..")
                        .because("the schema is French, flat and shared; nothing else is"));
        rules.put(
                "the web server stays at the edges",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(WEB, SANDBOX, BOOTSTRAP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.helidon.webserver..")
                        .because("only edges speak HTTP"));
        rules.put(
                "HTTP calls leave from the Meta adapter",
                noClasses()
                        .that()
                        // and from where the keys of callers' tokens are fetched
                        .resideOutsideOfPackages(META, "dev.connexions.web.identity..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net.http..", "io.helidon.webclient..")
                        .because("one place speaks to the outside"));
        rules.put(
                "the sandbox is known by the composition root only",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(SANDBOX, BOOTSTRAP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(SANDBOX)
                        .because("production never touches it"));
        rules.put(
                "the sandbox shares nothing with the client",
                noClasses()
                        .that()
                        .resideInAPackage(SANDBOX)
                        .should()
                        .dependOnClassesThat(resideInAPackage(META).and(not(resideInAPackage(SANDBOX))))
                        .because("or both would make the same mistake"));
        rules.put(
                "only the composition root asks what time it is",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BOOTSTRAP)
                        .and(not(resideInAPackage(SANDBOX)))
                        .should()
                        .callMethodWhere(describe("the system's clock", Rules::asksTheSystemClock))
                        .because("time is a parameter"));
        rules.put(
                "tokens are revealed at the edges only",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(META, "dev.connexions.db.token..", "dev.connexions.web.token..")
                        .should()
                        .callMethod(AccessToken.class, "reveal")
                        .because("a token that is never unwrapped is never logged"));
        rules.put(
                "a use case is final",
                classes()
                        .that(describe("are use cases", Rules::isUseCase))
                        .should()
                        .haveModifier(JavaModifier.FINAL)
                        .because("it is the inbound port itself"));
        rules.put(
                "a use case has one public method",
                classes()
                        .that(describe("are use cases", Rules::isUseCase))
                        .should(Conditions.haveOnePublicMethodNamed(USE_CASE_METHODS))
                        .because("one class, one thing that can be asked for"));
        rules.put(
                "a use case has final fields",
                classes()
                        .that(describe("are use cases", Rules::isUseCase))
                        .should()
                        .haveOnlyFinalFields()
                        .because("it is shared by every request"));
        rules.put(
                "what one package needs is not public",
                classes()
                        .that()
                        .resideInAnyPackage(DB, WEB, META)
                        .and()
                        .arePublic()
                        .should(Conditions.beUsedByAnotherPackage())
                        .because("public is a promise"));
        rules.put(
                "rows and wire records never leave their adapter",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(DB, WEB, META)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(DB, WEB, META)
                                .and(describe("rows and wire records", Rules::isImage)))
                        .because("the schema and the wire change on their own"));
        rules.put(
                "nothing hides in a thread",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ThreadLocal.class)
                        .because("what a method needs is a parameter"));
        rules.put(
                "nothing sleeps",
                noClasses()
                        .that(not(resideInAPackage(SANDBOX)))
                        .should()
                        .callMethodWhere(describe(
                                "Thread.sleep",
                                call -> call.getTargetOwner().getName().equals("java.lang.Thread")
                                        && call.getName().equals("sleep")))
                        .because("waiting has a better name"));
        rules.put(
                "names say what a thing is",
                noClasses()
                        .that(not(describe(
                                "generated by MapStruct",
                                type -> type.getSimpleName().endsWith("MapperImpl"))))
                        .should()
                        .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO|Dto)(\\$.*)?$")
                        .because("such an ending says that nobody knew"));
        rules.put(
                "the core does not log",
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN, APPLICATION)
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.System\\$Logger.*|java\\.util\\.logging\\..*|org\\.slf4j\\..*")
                        .because("it returns or records"));
        rules.put(
                "no java.util.Date",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.Date")
                        .orShould()
                        .callMethod(java.text.DateFormat.class, "format", java.util.Date.class)
                        .because("java.time says what it means"));
        rules.put(
                "case is changed in a locale that is named",
                noClasses()
                        .should()
                        .callMethod(String.class, "toUpperCase")
                        .orShould()
                        .callMethod(String.class, "toLowerCase")
                        .because("a Turkish server has another i"));
        rules.put(
                "columns are read by type",
                noClasses()
                        .should()
                        .callMethodWhere(describe("untyped DbColumn access", Rules::readsAColumnUntyped))
                        .because("the others are missing or wrong in the mix of Helidon versions"));
        rules.put(
                "every package is null-marked",
                classes()
                        .should(Conditions.liveInANullMarkedPackage())
                        .because("an unchecked package is a hole in the check"));
        return rules;
    }

    private static boolean asksTheSystemClock(JavaCall<?> call) {
        var owner = call.getTargetOwner().getName();
        var name = call.getName();
        return switch (owner) {
            case "java.time.InstantSource" -> name.equals("system");
            case "java.time.Clock" -> name.startsWith("system");
            case "java.lang.System" -> name.equals("currentTimeMillis");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private static boolean isUseCase(JavaClass type) {
        return type.getPackageName().startsWith("dev.connexions.application.")
                && type.isTopLevelClass()
                && type.getMethods().stream().anyMatch(method -> USE_CASE_METHODS.contains(method.getName()));
    }

    private static boolean isImage(JavaClass type) {
        return type.getSimpleName().endsWith("Row")
                || type.getSimpleName().endsWith("Response")
                || type.getSimpleName().endsWith("Request");
    }

    private static boolean readsAColumnUntyped(JavaCall<?> call) {
        var untypedGet = call.getName().equals("get")
                && call.getTarget().getRawParameterTypes().isEmpty();
        return call.getTargetOwner().getName().equals("io.helidon.dbclient.DbColumn")
                && (call.getName().startsWith("as") || untypedGet);
    }
}
