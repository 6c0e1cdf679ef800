package io.conductatlas.gateway.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the staff's pages, checked against their records when the service is built. */
@CheckedTemplate(basePath = "ops")
final class Templates {
    private Templates() {}

    static native TemplateInstance signin(SignInPage page);

    static native TemplateInstance overview(OverviewPage page);

    static native TemplateInstance sources(SourcesPage page);

    static native TemplateInstance failures(FailuresPage page);

    static native TemplateInstance refusals(RefusalsPage page);

    static native TemplateInstance refusal(RefusalPage page);

    static native TemplateInstance pipeline(PipelinePage page);

    static native TemplateInstance deadletters(DeadLettersPage page);

    static native TemplateInstance letters(LettersPage page);

    static native TemplateInstance letter(LetterPage page);

    static native TemplateInstance deliveries(DeliveriesPage page);

    static native TemplateInstance alerts(AlertsPage page);

    static native TemplateInstance trace(TracePage page);

    static native TemplateInstance subscriber(SubscriberPage page);

    static native TemplateInstance reviews(ReviewPage.Queue page);

    static native TemplateInstance review(ReviewPage page);

    static native TemplateInstance audit(AuditPage page);

    static native TemplateInstance confirm(ConfirmPage page);
}
