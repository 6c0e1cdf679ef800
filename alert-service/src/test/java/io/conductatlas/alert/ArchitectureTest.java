package io.conductatlas.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import io.smallrye.mutiny.groups.UniSubscribe;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@AnalyzeClasses(packages = "io.conductatlas.alert", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresDoNotCircle =
            slices().matching("io.conductatlas.alert.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whoIsToldIsDecidedWithoutAFramework = noClasses()
            .that()
            .resideInAPackage("..alert.audience")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "io.vertx..");

    @ArchTest
    static final ArchRule dependenciesAreConstructorArguments =
            noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule entitiesKeepTheirStateToThemselves = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test must be able to set the time");

    @ArchTest
    static final ArchRule nobodyWaits =
            noClasses().should().dependOnClassesThat().areAssignableTo(UniAwait.class);

    @ArchTest
    static final ArchRule onlyTheDispatcherSetsWorkGoing = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Dispatcher")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UniSubscribe.class)
            .because("whoever subscribes by hand loses failures; the dispatcher keeps count of what it began");

    @ArchTest
    static final ArchRule consumersReturnTheirWork =
            methods().that().areAnnotatedWith(Incoming.class).should().haveRawReturnType(Uni.class);

    @ArchTest
    static final ArchRule configurationIsPublic =
            classes().that().areAnnotatedWith(ConfigMapping.class).should().bePublic();
}
