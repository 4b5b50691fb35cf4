package dev.connexions.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

final class Conditions {

    private Conditions() {}

    static ArchCondition<JavaClass> haveOnePublicMethodNamed(Set<String> names) {
        return condition("have one public method, named " + names, type -> {
            var methods = type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .toList();
            return methods.size() == 1 && names.contains(methods.getFirst().getName());
        });
    }

    /**
     * By another package of the same adapter or by the composition root: named there, or handed out by a public method.
     * What is nested counts with what it stands in.
     */
    static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return condition(
                "be used by another package",
                type -> type.getSimpleName().equals("package-info")
                        || type.getEnclosingClass().isPresent()
                        || isNamedElsewhere(type)
                        || type.getAllInvolvedRawTypes().stream().anyMatch(Conditions::isHandedOut)
                        || nested(type).anyMatch(Conditions::isNamedElsewhere));
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition(
                "live in a package marked @NullMarked",
                type -> type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false));
    }

    private static boolean isNamedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isHandedOut(JavaClass type) {
        return Stream.concat(
                        type.getMethodsWithReturnTypeOfSelf().stream(),
                        type.getMethodsWithParameterTypeOfSelf().stream())
                .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Stream<JavaClass> nested(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(other -> other.getEnclosingClass().filter(type::equals).isPresent());
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        holds.test(type),
                        type.getName() + " does not " + description + " in " + type.getSource()));
            }
        };
    }
}
