using System.Data.Common;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Recipients;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Data.Search;

namespace ThiDua.Web.Data;

/// <summary>The portal's database. Everything is written through <see cref="SaveChangesAsync(bool, CancellationToken)"/>: one transaction with guards, audit trail, search entries and notifications.</summary>
public abstract partial class PortalDb(DbContextOptions options, CurrentActor current, TimeProvider clock, ITellOfSteps? teller)
    : IdentityUserContext<User, int>(options)
{
    public const string ThisClusterYear = nameof(ThisClusterYear);

    /// <summary>The filter that leaves one scheme a year: the one in force or the first draft, with its criteria alone.</summary>
    public const string OneScheme = nameof(OneScheme);

    /// <summary>The year in Vietnam now: what a paper prints that has no date yet.</summary>
    public int YearNow => VietnamTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationKind> OrganizationKinds => Set<OrganizationKind>();

    public DbSet<Cluster> Clusters => Set<Cluster>();

    public DbSet<ClusterYear> ClusterYears => Set<ClusterYear>();

    public DbSet<PastResult> PastResults => Set<PastResult>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<PositionHeld> PositionsHeld => Set<PositionHeld>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<StepTaken> StepsTaken => Set<StepTaken>();

    public DbSet<ScoringScheme> ScoringSchemes => Set<ScoringScheme>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<FrameworkScheme> FrameworkSchemes => Set<FrameworkScheme>();

    public DbSet<ScoringCalendar> ScoringCalendars => Set<ScoringCalendar>();

    public DbSet<AppraisalPlan> AppraisalPlans => Set<AppraisalPlan>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<ScoreEntry> ScoreEntries => Set<ScoreEntry>();

    public DbSet<LineObjection> LineObjections => Set<LineObjection>();

    public DbSet<LeafAssignment> LeafAssignments => Set<LeafAssignment>();

    public DbSet<PortalProposal> PortalProposals => Set<PortalProposal>();

    public DbSet<ClusterSnapshot> ClusterSnapshots => Set<ClusterSnapshot>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceLink> EvidenceLinks => Set<EvidenceLink>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanSection> PlanSections => Set<PlanSection>();

    public DbSet<PlanBasis> PlanBases => Set<PlanBasis>();

    public DbSet<Regulation> Regulations => Set<Regulation>();

    public DbSet<LegalBasis> LegalBases => Set<LegalBasis>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<RecipientGroup> RecipientGroups => Set<RecipientGroup>();

    public DbSet<Covenant> Covenants => Set<Covenant>();

    public DbSet<CovenantSigning> CovenantSignings => Set<CovenantSigning>();

    public DbSet<PlanBlock> PlanBlocks => Set<PlanBlock>();

    public DbSet<PaperText> PaperTexts => Set<PaperText>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<ConsultedUnit> ConsultedUnits => Set<ConsultedUnit>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<Target> RegisteredTargets => Set<Target>();

    public DbSet<Title> RegisteredTitles => Set<Title>();

    public DbSet<ReportRequirement> ReportRequirements => Set<ReportRequirement>();

    public DbSet<RequirementItem> RequirementItems => Set<RequirementItem>();

    public DbSet<ReportExtension> ReportExtensions => Set<ReportExtension>();

    public DbSet<ReportSubmission> ReportSubmissions => Set<ReportSubmission>();

    public DbSet<SubmittedFile> SubmittedFiles => Set<SubmittedFile>();

    public DbSet<RequirementFigure> RequirementFigures => Set<RequirementFigure>();

    public DbSet<SubmittedFigure> SubmittedFigures => Set<SubmittedFigure>();

    public DbSet<ReportReminder> ReportReminders => Set<ReportReminder>();

    public DbSet<ReportUrging> ReportUrgings => Set<ReportUrging>();

    public DbSet<PartialUpload> PartialUploads => Set<PartialUpload>();

    public DbSet<AuthorityRequest> AuthorityRequests => Set<AuthorityRequest>();

    public DbSet<AuthorityYear> AuthorityYears => Set<AuthorityYear>();

    public DbSet<EnclosedText> EnclosedTexts => Set<EnclosedText>();

    public DbSet<IssuedDocument> IssuedDocuments => Set<IssuedDocument>();

    public DbSet<DraftedDocument> DraftedDocuments => Set<DraftedDocument>();

    public DbSet<FrozenText> FrozenTexts => Set<FrozenText>();

    public DbSet<SignedCopy> SignedCopies => Set<SignedCopy>();

    public DbSet<DocumentRegister> DocumentRegisters => Set<DocumentRegister>();

    public DbSet<ResultBar> ResultBars => Set<ResultBar>();

    public DbSet<Ranking> Rankings => Set<Ranking>();

    public DbSet<TieVote> TieVotes => Set<TieVote>();

    public DbSet<ResultLayer> ResultLayers => Set<ResultLayer>();

    public DbSet<LayerRow> LayerRows => Set<LayerRow>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    public DbSet<SentReminder> SentReminders => Set<SentReminder>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<PortalSettings> Settings => Set<PortalSettings>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private int? ClusterYearId => current.ClusterYearId;

    /// <summary>A second context on the same connection, for what is written beside the change itself.</summary>
    protected abstract PortalDb Beside(DbConnection connection);

    /// <summary>Tells whether a write failed because a row like it exists already, by the engine's number.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException failure);
}
