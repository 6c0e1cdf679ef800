package io.conductatlas.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import io.smallrye.mutiny.groups.UniSubscribe;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@AnalyzeClasses(packages = "io.conductatlas.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.conductatlas.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromAClock =
            noClasses().should().callMethod(Instant.class, "now").because("a test must be able to set the time");

    @ArchTest
    static final ArchRule dependenciesArriveByConstructor = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule nobodyWaitsForAUni =
            noClasses().should().dependOnClassesThat().areAssignableTo(UniAwait.class);

    @ArchTest
    static final ArchRule nobodySubscribesToAUni =
            noClasses().should().dependOnClassesThat().areAssignableTo(UniSubscribe.class);

    @ArchTest
    static final ArchRule consumersAnswerWithAUni =
            methods().that().areAnnotatedWith(Incoming.class).should().haveRawReturnType(Uni.class);

    @ArchTest
    static final ArchRule transactionsAnswerWithAUni =
            methods().that().areAnnotatedWith(WithTransaction.class).should().haveRawReturnType(Uni.class);

    @ArchTest
    static final ArchRule theReadModelOnlyReads = noClasses()
            .that()
            .resideInAPackage("..readmodel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..storage..", "..intake..");

    @ArchTest
    static final ArchRule whatIsNotPublicIsNeverServed = noMethods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .should()
            .notBePublic();
}
