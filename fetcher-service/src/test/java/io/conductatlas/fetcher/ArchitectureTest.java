package io.conductatlas.fetcher;

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
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@AnalyzeClasses(packages = "io.conductatlas.fetcher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .because("a test and the sandbox must be able to set the time");

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("io.conductatlas.fetcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesArriveByConstructor = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule nobodyWaitsForAUniOrStartsOneHimself = noClasses()
            .should()
            .callMethod(Uni.class, "await")
            .orShould()
            .callMethod(Uni.class, "subscribe")
            .because("Bridge is the one way from threads that may block");

    @ArchTest
    static final ArchRule consumersReturnAUni =
            methods().that().areAnnotatedWith(Incoming.class).should().haveRawReturnType(Uni.class);

    @ArchTest
    static final ArchRule transactionsReturnAUni =
            methods().that().areAnnotatedWith(WithTransaction.class).should().haveRawReturnType(Uni.class);

    @ArchTest
    static final ArchRule entitiesGuardTheirState = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule theWayOutIsGuarded = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.net\\.(http\\..*|URL|URLConnection|Socket)|okhttp3\\..*|io\\.vertx\\..*\\.(WebClient|HttpClient)")
            .because("every request to the outside goes through libs/outbound");

    @ArchTest
    static final ArchRule theDatabaseIsReactive = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("Hibernate Reactive and the reactive client are the ways to the database");

    @ArchTest
    static final ArchRule packagesSayWhatTheyAreFor = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");
}
