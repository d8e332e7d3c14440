using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThiDua.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AppraisalPlans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Assignments = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Conflicts = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Meeting = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditChains",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LastSequence = table.Column<int>(type: "int", nullable: false),
                    LastHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChains", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Chain = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OfficeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Change = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Details = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PreviousHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentRegisters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Owner = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRegisters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Job = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Server = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Done = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationKinds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScoringCalendars",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Windows = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    WaitsForWorkingDay = table.Column<bool>(type: "bit", nullable: false),
                    EntryLastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    RegistrationLastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoringCalendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SubjectId = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Subtitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SentReminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Step = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentReminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    HeadsNeedTwoFactor = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FullName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FoldedName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    IsAdministrator = table.Column<bool>(type: "bit", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "bit", nullable: false),
                    IsLocked = table.Column<bool>(type: "bit", nullable: false),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: true),
                    SessionsEndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MailWish = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CalendarKeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ShortName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    KindId = table.Column<int>(type: "int", nullable: false),
                    ParentId = table.Column<int>(type: "int", nullable: true),
                    AdvisingBodyId = table.Column<int>(type: "int", nullable: true),
                    PlaceName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    HeadTitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ValidFromOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidToOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SuccessorId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organizations_OrganizationKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "OrganizationKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_AdvisingBodyId",
                        column: x => x.AdvisingBodyId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EntryId = table.Column<int>(type: "int", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SearchWords_SearchEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SearchEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMails",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Html = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DigestOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClaimedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxMails_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    UserId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    SignedInAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Agent = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MustSetUpTwoFactor = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "int", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuthorityYears",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AuthorityId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Plan = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PlanScanId = table.Column<int>(type: "int", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Limits = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PlanManner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SchemeManner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityYears", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuthorityYears_Organizations_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuthorityYears_StoredFiles_PlanScanId",
                        column: x => x.PlanScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Clusters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AuthorityId = table.Column<int>(type: "int", nullable: false),
                    StandingBodyId = table.Column<int>(type: "int", nullable: true),
                    Letterhead = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Abbreviation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LeaderTitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DeputyTitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clusters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clusters_Organizations_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clusters_Organizations_StandingBodyId",
                        column: x => x.StandingBodyId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryExtensions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    GivenByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CalendarId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryExtensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntryExtensions_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EntryExtensions_ScoringCalendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "ScoringCalendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FoldedName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AddedById = table.Column<int>(type: "int", nullable: false),
                    AddedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AddedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkSchemes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AuthorityId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ScopeKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ContentTotal = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IssuedBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ScanId = table.Column<int>(type: "int", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkSchemes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrameworkSchemes_Organizations_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FrameworkSchemes_StoredFiles_ScanId",
                        column: x => x.ScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Capacity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offices_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Offices_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResultBars",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Touches = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RecordedById = table.Column<int>(type: "int", nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LiftReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    LiftedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LiftedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultBars", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultBars_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AuthorityYearChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AuthorityYearId = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PlanScanId = table.Column<int>(type: "int", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OfficeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityYearChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuthorityYearChanges_AuthorityYears_AuthorityYearId",
                        column: x => x.AuthorityYearId,
                        principalTable: "AuthorityYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuthorityYearChanges_StoredFiles_PlanScanId",
                        column: x => x.PlanScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClusterYears",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NamingDocument = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Parameters = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ParametersFrom = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClusterYears", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClusterYears_Clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "Clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Salutation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Through = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Purpose = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Folded = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contacts_Clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "Clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegalBases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterId = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Issuer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Abstract = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    InForceFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    InForceTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ReplacedById = table.Column<int>(type: "int", nullable: true),
                    AmendsId = table.Column<int>(type: "int", nullable: true),
                    IsToBeVerified = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Folded = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalBases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegalBases_Clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "Clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LegalBases_LegalBases_AmendsId",
                        column: x => x.AmendsId,
                        principalTable: "LegalBases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LegalBases_LegalBases_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "LegalBases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PastResults",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    NameThen = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Total = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Maximum = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: true),
                    Honour = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ImportedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PastResults_Clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "Clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PastResults_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecipientGroups",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecipientGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecipientGroups_Clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "Clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceWithdrawals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EvidenceId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BroughtBackByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    BroughtBackAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceWithdrawals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceWithdrawals_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FrameworkId = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ParentCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Description = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Part = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrameworkRows_FrameworkSchemes_FrameworkId",
                        column: x => x.FrameworkId,
                        principalTable: "FrameworkSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FrameworkId = table.Column<int>(type: "int", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OfficeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Paper = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PaperScanId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrameworkSteps_FrameworkSchemes_FrameworkId",
                        column: x => x.FrameworkId,
                        principalTable: "FrameworkSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FrameworkSteps_StoredFiles_PaperScanId",
                        column: x => x.PaperScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    OfficeId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Link = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IsReminder = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MailedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notifications_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Covenants",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ForYear = table.Column<int>(type: "int", nullable: false),
                    DraftedById = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Preamble = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Commitments = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Witness = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: true),
                    SignBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Occasion = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TextSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    InForceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Missing = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Covenants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Covenants_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Covenants_Organizations_DraftedById",
                        column: x => x.DraftedById,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    FromUnitId = table.Column<int>(type: "int", nullable: false),
                    ToUnitId = table.Column<int>(type: "int", nullable: false),
                    Scope = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    EndDocument = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Organizations_FromUnitId",
                        column: x => x.FromUnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Organizations_ToUnitId",
                        column: x => x.ToUnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IssuedDocuments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Owner = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    IssuerOrganizationId = table.Column<int>(type: "int", nullable: true),
                    IssuerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Symbol = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Abstract = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SignatoryLines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Signatory = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Origin = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    OriginId = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RegisterId = table.Column<int>(type: "int", nullable: true),
                    TextSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    PdfId = table.Column<int>(type: "int", nullable: true),
                    PdfSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    DocxId = table.Column<int>(type: "int", nullable: true),
                    PublicToken = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    LaterDocument = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_DocumentRegisters_RegisterId",
                        column: x => x.RegisterId,
                        principalTable: "DocumentRegisters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_Organizations_IssuerOrganizationId",
                        column: x => x.IssuerOrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_StoredFiles_DocxId",
                        column: x => x.DocxId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_StoredFiles_PdfId",
                        column: x => x.PdfId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    NameThen = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    EndDocument = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    SuccessorId = table.Column<int>(type: "int", nullable: true),
                    StaysRanked = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Organizations_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AdjustsId = table.Column<int>(type: "int", nullable: true),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Abstract = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Preamble = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Recipients = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Archive = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SignatoryLines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Signatory = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AgreedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AgreedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CommentsUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Plans_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Plans_AdjustsId",
                        column: x => x.AdjustsId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PositionsHeld",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    EndDocument = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PositionsHeld", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PositionsHeld_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PositionsHeld_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    InForce = table.Column<int>(type: "int", nullable: false),
                    Reopenings = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Registrations_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Registrations_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoringSchemes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CommentsUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    AmendsId = table.Column<int>(type: "int", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ContentTotal = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    CutOffOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NotAssigned = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RankBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NoSheet = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SecondAppraisal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TieKeys = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Bands = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    IssuedBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Framework = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoringSchemes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoringSchemes_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoringSchemes_ScoringSchemes_AmendsId",
                        column: x => x.AmendsId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CovenantSignings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    CovenantId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Way = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Signatory = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Office = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TextSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: true),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAs = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CovenantSignings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CovenantSignings_Covenants_CovenantId",
                        column: x => x.CovenantId,
                        principalTable: "Covenants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CovenantSignings_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CovenantSignings_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrozenTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    DocumentId = table.Column<int>(type: "int", nullable: false),
                    Model = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Plain = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FrozenByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrozenTexts_IssuedDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Regulations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Parameters = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Bases = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Recipients = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Archive = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SignatoryLines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Signatory = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ScanId = table.Column<int>(type: "int", nullable: true),
                    DocumentId = table.Column<int>(type: "int", nullable: true),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regulations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Regulations_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Regulations_Clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "Clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Regulations_IssuedDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Regulations_StoredFiles_ScanId",
                        column: x => x.ScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignedCopies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DocumentId = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Signatures = table.Column<int>(type: "int", nullable: false),
                    IsBroken = table.Column<bool>(type: "bit", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UploadedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    UploadedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignedCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignedCopies_IssuedDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SignedCopies_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    IsFile = table.Column<bool>(type: "bit", nullable: false),
                    BroughtBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PlanId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperTexts_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperTexts_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanBases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    PlanId = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Opening = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Issuer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Abstract = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanBases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanBases_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanSections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    PlanId = table.Column<int>(type: "int", nullable: false),
                    ParentId = table.Column<int>(type: "int", nullable: true),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanSections_PlanSections_ParentId",
                        column: x => x.ParentId,
                        principalTable: "PlanSections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanSections_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredTitles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    For = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RegistrationId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: true),
                    InForceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AdjustedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    EnteredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredTitles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisteredTitles_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuthorityRequests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Manner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PlanId = table.Column<int>(type: "int", nullable: true),
                    SchemeId = table.Column<int>(type: "int", nullable: true),
                    About = table.Column<string>(type: "nvarchar(1100)", maxLength: 1100, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Addressees = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Abstract = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OutsideNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    AnswerSeenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuthorityRequests_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuthorityRequests_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuthorityRequests_ScoringSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    PlanId = table.Column<int>(type: "int", nullable: true),
                    SchemeId = table.Column<int>(type: "int", nullable: true),
                    Number = table.Column<int>(type: "int", nullable: false),
                    About = table.Column<string>(type: "nvarchar(1100)", maxLength: 1100, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LateFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SilenceAgrees = table.Column<bool>(type: "bit", nullable: false),
                    WaitsForWorkingDay = table.Column<bool>(type: "bit", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consultations_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_ScoringSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Criteria",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SchemeId = table.Column<int>(type: "int", nullable: false),
                    ParentId = table.Column<int>(type: "int", nullable: true),
                    OriginId = table.Column<int>(type: "int", nullable: true),
                    IsAside = table.Column<bool>(type: "bit", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Max = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Rule = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Unit = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TargetSource = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CountedTarget = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EvidenceNeeded = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Guide = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Part = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Criteria", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Criteria_Criteria_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Criteria_ScoringSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rankings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SchemeId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EntryClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rankings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rankings_ScoringSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreSheets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SchemeId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    IsAppraisedLate = table.Column<bool>(type: "bit", nullable: false),
                    AppraisedByUnitId = table.Column<int>(type: "int", nullable: true),
                    AppraisedByMeeting = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_ScoringSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanBlocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    PlanId = table.Column<int>(type: "int", nullable: false),
                    SectionId = table.Column<int>(type: "int", nullable: false),
                    CopyOfId = table.Column<int>(type: "int", nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    IsInText = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanBlocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanBlocks_PlanBlocks_CopyOfId",
                        column: x => x.CopyOfId,
                        principalTable: "PlanBlocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanBlocks_PlanSections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "PlanSections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanBlocks_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnclosedTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequestId = table.Column<int>(type: "int", nullable: false),
                    Model = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnclosedTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnclosedTexts_AuthorityRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AuthorityRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsultedUnits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    ConsultationId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IsDrafter = table.Column<bool>(type: "bit", nullable: false),
                    Reply = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    RepliedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RepliedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    IsOnBehalf = table.Column<bool>(type: "bit", nullable: false),
                    PaperNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaperSignatory = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperScanId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultedUnits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsultedUnits_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsultedUnits_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsultedUnits_StoredFiles_PaperScanId",
                        column: x => x.PaperScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClusterSnapshots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Max = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AmongUnitsWithoutTarget = table.Column<bool>(type: "bit", nullable: false),
                    Inputs = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Results = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClusterSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClusterSnapshots_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredTargets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CriterionId = table.Column<int>(type: "int", nullable: true),
                    Indicator = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Page = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RegistrationId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: true),
                    InForceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AdjustedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    EnteredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredTargets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisteredTargets_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_RegisteredTargets_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResultLayers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RankingId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Changes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Manner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    InFavour = table.Column<int>(type: "int", nullable: true),
                    SnapshotJson = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    SnapshotHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultLayers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultLayers_Rankings_RankingId",
                        column: x => x.RankingId,
                        principalTable: "Rankings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TieVotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RankingId = table.Column<int>(type: "int", nullable: false),
                    Votes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Voters = table.Column<int>(type: "int", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TieVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TieVotes_Rankings_RankingId",
                        column: x => x.RankingId,
                        principalTable: "Rankings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: false),
                    EvidenceId = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Pages = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AddedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UnlinkedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UnlinkedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceLinks_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceLinks_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceLinks_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeafAssignments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AskedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeafAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeafAssignments_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeafAssignments_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LineObjections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RaisedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PointsBefore = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    ValuesBefore = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    NoteBefore = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    IsChanged = table.Column<bool>(type: "bit", nullable: true),
                    PointsAfter = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    AnsweredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    VersionAnswered = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineObjections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LineObjections_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LineObjections_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LineObjections_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PortalProposals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    About = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TakesOff = table.Column<bool>(type: "bit", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Excuse = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ExcusePaper = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ExcusedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ExcusedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    LaterSource = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    LaterTakesOff = table.Column<bool>(type: "bit", nullable: true),
                    LaterAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PortalProposals_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PortalProposals_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Values = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Points = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    IsSetByHand = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    HasSecretEvidence = table.Column<bool>(type: "bit", nullable: false),
                    EnteredById = table.Column<int>(type: "int", nullable: true),
                    EnteredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreEntries_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreEntries_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRequirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsolidatedBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    OwedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(640)", maxLength: 640, nullable: false),
                    When = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    IsExpected = table.Column<bool>(type: "bit", nullable: false),
                    WaitsForWorkingDay = table.Column<bool>(type: "bit", nullable: false),
                    ClosesHard = table.Column<bool>(type: "bit", nullable: false),
                    Recipient = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Copies = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    FromBlockId = table.Column<int>(type: "int", nullable: true),
                    Year = table.Column<int>(type: "int", nullable: false),
                    DeadlineChanges = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRequirements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRequirements_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRequirements_PlanBlocks_FromBlockId",
                        column: x => x.FromBlockId,
                        principalTable: "PlanBlocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    ConsultationId = table.Column<int>(type: "int", nullable: false),
                    ConsultedUnitId = table.Column<int>(type: "int", nullable: false),
                    PartId = table.Column<int>(type: "int", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Quote = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    EnteredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    IsOnBehalf = table.Column<bool>(type: "bit", nullable: false),
                    WithdrawnByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Response = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    AnsweredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnswerDelegation = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Comments_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Comments_ConsultedUnits_ConsultedUnitId",
                        column: x => x.ConsultedUnitId,
                        principalTable: "ConsultedUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LayerRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    LayerId = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Total = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    AssignedMax = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Percent = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Deductions = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    ByNode = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: true),
                    TieBrokenBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TieUnresolved = table.Column<bool>(type: "bit", nullable: false),
                    UnrankedReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    HonourPlace = table.Column<int>(type: "int", nullable: true),
                    HonourIsTied = table.Column<bool>(type: "bit", nullable: false),
                    Bars = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Band = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    BandReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Honour = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    HonourReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LayerRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LayerRows_ResultLayers_LayerId",
                        column: x => x.LayerId,
                        principalTable: "ResultLayers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftedDocuments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Template = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IssuerOrganizationId = table.Column<int>(type: "int", nullable: true),
                    IssuerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Abstract = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: true),
                    Consolidated = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    LastReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftedDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftedDocuments_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DraftedDocuments_Organizations_IssuerOrganizationId",
                        column: x => x.IssuerOrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DraftedDocuments_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportExtensions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    GivenByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportExtensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportExtensions_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportExtensions_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportReminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportReminders_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportReminders_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportSubmissions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    SubmittedRound = table.Column<int>(type: "int", nullable: false),
                    FirstSubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    LastReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Returns = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Supplements = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    OtherWay = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSubmissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportSubmissions_ClusterYears_ClusterYearId",
                        column: x => x.ClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportSubmissions_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportSubmissions_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequirementFigures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Decimals = table.Column<int>(type: "int", nullable: false),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    IsSummed = table.Column<bool>(type: "bit", nullable: false),
                    CriterionId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementFigures_Criteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_RequirementFigures_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequirementItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    MostFiles = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementItems_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportUrgings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    LetterId = table.Column<int>(type: "int", nullable: false),
                    Units = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportUrgings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportUrgings_DraftedDocuments_LetterId",
                        column: x => x.LetterId,
                        principalTable: "DraftedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportUrgings_ReportRequirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StepsTaken",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OfficeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Delegation = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaperSignatory = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PaperScanId = table.Column<int>(type: "int", nullable: true),
                    OfBarId = table.Column<int>(type: "int", nullable: true),
                    OfCalendarId = table.Column<int>(type: "int", nullable: true),
                    OfClusterYearId = table.Column<int>(type: "int", nullable: true),
                    OfCovenantId = table.Column<int>(type: "int", nullable: true),
                    OfDocumentId = table.Column<int>(type: "int", nullable: true),
                    OfDraftedDocumentId = table.Column<int>(type: "int", nullable: true),
                    OfPlanId = table.Column<int>(type: "int", nullable: true),
                    OfRankingId = table.Column<int>(type: "int", nullable: true),
                    OfRegistrationId = table.Column<int>(type: "int", nullable: true),
                    OfRegulationId = table.Column<int>(type: "int", nullable: true),
                    OfReportId = table.Column<int>(type: "int", nullable: true),
                    OfRequestId = table.Column<int>(type: "int", nullable: true),
                    OfRequirementId = table.Column<int>(type: "int", nullable: true),
                    OfSchemeId = table.Column<int>(type: "int", nullable: true),
                    OfSheetId = table.Column<int>(type: "int", nullable: true),
                    OfSignedCopyId = table.Column<int>(type: "int", nullable: true),
                    OfYearPlanId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepsTaken", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepsTaken_AppraisalPlans_OfPlanId",
                        column: x => x.OfPlanId,
                        principalTable: "AppraisalPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_AuthorityRequests_OfRequestId",
                        column: x => x.OfRequestId,
                        principalTable: "AuthorityRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ClusterYears_OfClusterYearId",
                        column: x => x.OfClusterYearId,
                        principalTable: "ClusterYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_Covenants_OfCovenantId",
                        column: x => x.OfCovenantId,
                        principalTable: "Covenants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_DraftedDocuments_OfDraftedDocumentId",
                        column: x => x.OfDraftedDocumentId,
                        principalTable: "DraftedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_IssuedDocuments_OfDocumentId",
                        column: x => x.OfDocumentId,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_Plans_OfYearPlanId",
                        column: x => x.OfYearPlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_Rankings_OfRankingId",
                        column: x => x.OfRankingId,
                        principalTable: "Rankings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_Registrations_OfRegistrationId",
                        column: x => x.OfRegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_Regulations_OfRegulationId",
                        column: x => x.OfRegulationId,
                        principalTable: "Regulations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ReportRequirements_OfRequirementId",
                        column: x => x.OfRequirementId,
                        principalTable: "ReportRequirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ReportSubmissions_OfReportId",
                        column: x => x.OfReportId,
                        principalTable: "ReportSubmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ResultBars_OfBarId",
                        column: x => x.OfBarId,
                        principalTable: "ResultBars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ScoreSheets_OfSheetId",
                        column: x => x.OfSheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ScoringCalendars_OfCalendarId",
                        column: x => x.OfCalendarId,
                        principalTable: "ScoringCalendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_ScoringSchemes_OfSchemeId",
                        column: x => x.OfSchemeId,
                        principalTable: "ScoringSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_SignedCopies_OfSignedCopyId",
                        column: x => x.OfSignedCopyId,
                        principalTable: "SignedCopies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepsTaken_StoredFiles_PaperScanId",
                        column: x => x.PaperScanId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubmittedFigures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FigureId = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    Before = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    EnteredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SubmissionId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: true),
                    Supplement = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmittedFigures_ReportSubmissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "ReportSubmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmittedFigures_RequirementFigures_FigureId",
                        column: x => x.FigureId,
                        principalTable: "RequirementFigures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartialUploads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SubmissionId = table.Column<int>(type: "int", nullable: false),
                    ItemId = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Mark = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BegunByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Told = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartialUploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartialUploads_ReportSubmissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "ReportSubmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartialUploads_RequirementItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "RequirementItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SubmittedFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ItemId = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AddedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AddedByOffice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClusterYearId = table.Column<int>(type: "int", nullable: false),
                    SubmissionId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: true),
                    Supplement = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmittedFiles_ReportSubmissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "ReportSubmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmittedFiles_RequirementItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "RequirementItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmittedFiles_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Settings",
                columns: new[] { "Id", "HeadsNeedTwoFactor", "Version" },
                values: new object[] { 1, false, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalPlans_ClusterYearId",
                table: "AppraisalPlans",
                column: "ClusterYearId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Chain_Sequence",
                table: "AuditEntries",
                columns: new[] { "Chain", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ClusterYearId_At",
                table: "AuditEntries",
                columns: new[] { "ClusterYearId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Kind_Subject",
                table: "AuditEntries",
                columns: new[] { "Kind", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityRequests_ClusterYearId_State",
                table: "AuthorityRequests",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityRequests_PlanId",
                table: "AuthorityRequests",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityRequests_SchemeId",
                table: "AuthorityRequests",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityYearChanges_AuthorityYearId",
                table: "AuthorityYearChanges",
                column: "AuthorityYearId");

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityYearChanges_PlanScanId",
                table: "AuthorityYearChanges",
                column: "PlanScanId");

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityYears_AuthorityId_Year",
                table: "AuthorityYears",
                columns: new[] { "AuthorityId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityYears_PlanScanId",
                table: "AuthorityYears",
                column: "PlanScanId");

            migrationBuilder.CreateIndex(
                name: "IX_Clusters_AuthorityId_Name",
                table: "Clusters",
                columns: new[] { "AuthorityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clusters_StandingBodyId",
                table: "Clusters",
                column: "StandingBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ClusterSnapshots_ClusterYearId_CriterionId_Stage_At",
                table: "ClusterSnapshots",
                columns: new[] { "ClusterYearId", "CriterionId", "Stage", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ClusterSnapshots_CriterionId",
                table: "ClusterSnapshots",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_ClusterYears_ClusterId_Year",
                table: "ClusterYears",
                columns: new[] { "ClusterId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ClusterYearId",
                table: "Comments",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ConsultationId_Key",
                table: "Comments",
                columns: new[] { "ConsultationId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ConsultedUnitId",
                table: "Comments",
                column: "ConsultedUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_ClusterYearId_ClosedAt",
                table: "Consultations",
                columns: new[] { "ClusterYearId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_PlanId_Number",
                table: "Consultations",
                columns: new[] { "PlanId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_SchemeId",
                table: "Consultations",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultedUnits_ClusterYearId",
                table: "ConsultedUnits",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultedUnits_ConsultationId_UnitId",
                table: "ConsultedUnits",
                columns: new[] { "ConsultationId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsultedUnits_PaperScanId",
                table: "ConsultedUnits",
                column: "PaperScanId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultedUnits_UnitId",
                table: "ConsultedUnits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_ClusterId_Name",
                table: "Contacts",
                columns: new[] { "ClusterId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_ClusterYearId_ForYear",
                table: "Covenants",
                columns: new[] { "ClusterYearId", "ForYear" },
                unique: true,
                filter: "\"State\" = 'InForce'");

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_ClusterYearId_State",
                table: "Covenants",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_DraftedById",
                table: "Covenants",
                column: "DraftedById");

            migrationBuilder.CreateIndex(
                name: "IX_CovenantSignings_ClusterYearId_UnitId",
                table: "CovenantSignings",
                columns: new[] { "ClusterYearId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_CovenantSignings_CovenantId_UnitId",
                table: "CovenantSignings",
                columns: new[] { "CovenantId", "UnitId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CovenantSignings_FileId",
                table: "CovenantSignings",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_CovenantSignings_UnitId",
                table: "CovenantSignings",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Criteria_ClusterYearId_SchemeId",
                table: "Criteria",
                columns: new[] { "ClusterYearId", "SchemeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Criteria_ParentId",
                table: "Criteria",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Criteria_SchemeId_Code",
                table: "Criteria",
                columns: new[] { "SchemeId", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_ClusterYearId_ToOn",
                table: "Delegations",
                columns: new[] { "ClusterYearId", "ToOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_FromUnitId",
                table: "Delegations",
                column: "FromUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_ToUnitId",
                table: "Delegations",
                column: "ToUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRegisters_Owner_Kind_Year",
                table: "DocumentRegisters",
                columns: new[] { "Owner", "Kind", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DraftedDocuments_ClusterYearId_State",
                table: "DraftedDocuments",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DraftedDocuments_IssuerOrganizationId",
                table: "DraftedDocuments",
                column: "IssuerOrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DraftedDocuments_RequirementId",
                table: "DraftedDocuments",
                column: "RequirementId",
                unique: true,
                filter: "\"RequirementId\" IS NOT NULL AND \"State\" IN ('Draft', 'Submitted', 'Issued')");

            migrationBuilder.CreateIndex(
                name: "IX_EnclosedTexts_RequestId",
                table: "EnclosedTexts",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryExtensions_CalendarId",
                table: "EntryExtensions",
                column: "CalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryExtensions_UnitId",
                table: "EntryExtensions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_FileId",
                table: "Evidence",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_OrganizationId_Year_FileId",
                table: "Evidence",
                columns: new[] { "OrganizationId", "Year", "FileId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_OrganizationId_Year_FoldedName",
                table: "Evidence",
                columns: new[] { "OrganizationId", "Year", "FoldedName" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceLinks_CriterionId",
                table: "EvidenceLinks",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceLinks_EvidenceId",
                table: "EvidenceLinks",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceLinks_SheetId_CriterionId_EvidenceId",
                table: "EvidenceLinks",
                columns: new[] { "SheetId", "CriterionId", "EvidenceId" },
                unique: true,
                filter: "\"UnlinkedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceWithdrawals_EvidenceId",
                table: "EvidenceWithdrawals",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkRows_FrameworkId_Order",
                table: "FrameworkRows",
                columns: new[] { "FrameworkId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkSchemes_AuthorityId_Year_ScopeKey_State",
                table: "FrameworkSchemes",
                columns: new[] { "AuthorityId", "Year", "ScopeKey", "State" },
                unique: true,
                filter: "[State] IN ('Draft', 'Issued')");

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkSchemes_ScanId",
                table: "FrameworkSchemes",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkSteps_FrameworkId",
                table: "FrameworkSteps",
                column: "FrameworkId");

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkSteps_PaperScanId",
                table: "FrameworkSteps",
                column: "PaperScanId");

            migrationBuilder.CreateIndex(
                name: "IX_FrozenTexts_DocumentId",
                table: "FrozenTexts",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_ClusterYearId_Origin_OriginId",
                table: "IssuedDocuments",
                columns: new[] { "ClusterYearId", "Origin", "OriginId" });

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_ClusterYearId_State",
                table: "IssuedDocuments",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_DocxId",
                table: "IssuedDocuments",
                column: "DocxId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_IssuerOrganizationId",
                table: "IssuedDocuments",
                column: "IssuerOrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_PdfId",
                table: "IssuedDocuments",
                column: "PdfId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_PublicToken",
                table: "IssuedDocuments",
                column: "PublicToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_RegisterId_Number",
                table: "IssuedDocuments",
                columns: new[] { "RegisterId", "Number" },
                unique: true,
                filter: "\"RegisterId\" IS NOT NULL AND \"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_StartedAt",
                table: "JobRuns",
                columns: new[] { "Job", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LayerRows_LayerId_UnitId",
                table: "LayerRows",
                columns: new[] { "LayerId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeafAssignments_ClusterYearId_State",
                table: "LeafAssignments",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LeafAssignments_CriterionId",
                table: "LeafAssignments",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_LeafAssignments_SheetId_CriterionId",
                table: "LeafAssignments",
                columns: new[] { "SheetId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LegalBases_AmendsId",
                table: "LegalBases",
                column: "AmendsId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalBases_ClusterId_Rank",
                table: "LegalBases",
                columns: new[] { "ClusterId", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalBases_Key",
                table: "LegalBases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LegalBases_ReplacedById",
                table: "LegalBases",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_LineObjections_ClusterYearId",
                table: "LineObjections",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_LineObjections_CriterionId",
                table: "LineObjections",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_LineObjections_FileId",
                table: "LineObjections",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_LineObjections_SheetId_CriterionId",
                table: "LineObjections",
                columns: new[] { "SheetId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_ClusterYearId_OrganizationId_FromOn",
                table: "Memberships",
                columns: new[] { "ClusterYearId", "OrganizationId", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_OrganizationId",
                table: "Memberships",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_SuccessorId",
                table: "Memberships",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_CreatedAt",
                table: "Notifications",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_OfficeId",
                table: "Notifications",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UserId_CreatedAt",
                table: "Notifications",
                columns: new[] { "UserId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UserId_ReadAt",
                table: "Notifications",
                columns: new[] { "UserId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Offices_OrganizationId",
                table: "Offices",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Offices_UserId",
                table: "Offices",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationKinds_Name",
                table: "OrganizationKinds",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_AdvisingBodyId",
                table: "Organizations",
                column: "AdvisingBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Code",
                table: "Organizations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_KindId",
                table: "Organizations",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Name",
                table: "Organizations",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_ParentId",
                table: "Organizations",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SuccessorId",
                table: "Organizations",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_State_NotBefore",
                table: "OutboxMails",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_UserId_CreatedAt",
                table: "OutboxMails",
                columns: new[] { "UserId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_UserId_DigestOn",
                table: "OutboxMails",
                columns: new[] { "UserId", "DigestOn" },
                unique: true,
                filter: "[DigestOn] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PaperTexts_ClusterYearId_PlanId",
                table: "PaperTexts",
                columns: new[] { "ClusterYearId", "PlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaperTexts_PlanId",
                table: "PaperTexts",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PartialUploads_ClusterYearId",
                table: "PartialUploads",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_PartialUploads_ItemId",
                table: "PartialUploads",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PartialUploads_SubmissionId",
                table: "PartialUploads",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_PastResults_ClusterId_Year_OrganizationId",
                table: "PastResults",
                columns: new[] { "ClusterId", "Year", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PastResults_OrganizationId",
                table: "PastResults",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanBases_ClusterYearId_PlanId",
                table: "PlanBases",
                columns: new[] { "ClusterYearId", "PlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanBases_PlanId",
                table: "PlanBases",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanBlocks_ClusterYearId_PlanId",
                table: "PlanBlocks",
                columns: new[] { "ClusterYearId", "PlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanBlocks_CopyOfId",
                table: "PlanBlocks",
                column: "CopyOfId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanBlocks_PlanId",
                table: "PlanBlocks",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanBlocks_SectionId",
                table: "PlanBlocks",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_AdjustsId",
                table: "Plans",
                column: "AdjustsId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_ClusterYearId_State",
                table: "Plans",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanSections_ClusterYearId_PlanId",
                table: "PlanSections",
                columns: new[] { "ClusterYearId", "PlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanSections_ParentId",
                table: "PlanSections",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanSections_PlanId",
                table: "PlanSections",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PortalProposals_ClusterYearId",
                table: "PortalProposals",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_PortalProposals_CriterionId",
                table: "PortalProposals",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_PortalProposals_SheetId_CriterionId_Key",
                table: "PortalProposals",
                columns: new[] { "SheetId", "CriterionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PositionsHeld_ClusterYearId_Position_Order",
                table: "PositionsHeld",
                columns: new[] { "ClusterYearId", "Position", "Order" },
                unique: true,
                filter: "\"ToOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PositionsHeld_OrganizationId",
                table: "PositionsHeld",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Rankings_ClusterYearId",
                table: "Rankings",
                column: "ClusterYearId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rankings_SchemeId",
                table: "Rankings",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientGroups_ClusterId_Name",
                table: "RecipientGroups",
                columns: new[] { "ClusterId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredTargets_ClusterYearId_CriterionId",
                table: "RegisteredTargets",
                columns: new[] { "ClusterYearId", "CriterionId" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredTargets_CriterionId",
                table: "RegisteredTargets",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredTargets_RegistrationId",
                table: "RegisteredTargets",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredTitles_ClusterYearId",
                table: "RegisteredTitles",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredTitles_RegistrationId",
                table: "RegisteredTitles",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ClusterYearId_UnitId",
                table: "Registrations",
                columns: new[] { "ClusterYearId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_UnitId",
                table: "Registrations",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Regulations_ClusterId_State",
                table: "Regulations",
                columns: new[] { "ClusterId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Regulations_ClusterYearId",
                table: "Regulations",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_Regulations_DocumentId",
                table: "Regulations",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Regulations_ScanId",
                table: "Regulations",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportExtensions_ClusterYearId",
                table: "ReportExtensions",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportExtensions_RequirementId",
                table: "ReportExtensions",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportExtensions_UnitId",
                table: "ReportExtensions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportReminders_ClusterYearId",
                table: "ReportReminders",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportReminders_RequirementId_UnitId_On",
                table: "ReportReminders",
                columns: new[] { "RequirementId", "UnitId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportReminders_UnitId",
                table: "ReportReminders",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequirements_ClusterYearId_Key",
                table: "ReportRequirements",
                columns: new[] { "ClusterYearId", "Key" },
                unique: true,
                filter: "\"State\" <> 'Dropped' AND \"State\" <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequirements_ClusterYearId_State",
                table: "ReportRequirements",
                columns: new[] { "ClusterYearId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequirements_FromBlockId",
                table: "ReportRequirements",
                column: "FromBlockId",
                unique: true,
                filter: "\"FromBlockId\" IS NOT NULL AND \"State\" <> 'Dropped' AND \"State\" <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "IX_ReportSubmissions_ClusterYearId_UnitId",
                table: "ReportSubmissions",
                columns: new[] { "ClusterYearId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportSubmissions_RequirementId_UnitId",
                table: "ReportSubmissions",
                columns: new[] { "RequirementId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportSubmissions_UnitId",
                table: "ReportSubmissions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportUrgings_ClusterYearId",
                table: "ReportUrgings",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportUrgings_LetterId",
                table: "ReportUrgings",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportUrgings_RequirementId",
                table: "ReportUrgings",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementFigures_ClusterYearId",
                table: "RequirementFigures",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementFigures_CriterionId",
                table: "RequirementFigures",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementFigures_RequirementId",
                table: "RequirementFigures",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementItems_ClusterYearId",
                table: "RequirementItems",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementItems_RequirementId",
                table: "RequirementItems",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultBars_ClusterYearId_UnitId",
                table: "ResultBars",
                columns: new[] { "ClusterYearId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ResultBars_UnitId",
                table: "ResultBars",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultLayers_ClusterYearId_At",
                table: "ResultLayers",
                columns: new[] { "ClusterYearId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ResultLayers_RankingId",
                table: "ResultLayers",
                column: "RankingId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreEntries_ClusterYearId_CriterionId_Stage",
                table: "ScoreEntries",
                columns: new[] { "ClusterYearId", "CriterionId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_ScoreEntries_CriterionId",
                table: "ScoreEntries",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreEntries_SheetId_CriterionId_Stage",
                table: "ScoreEntries",
                columns: new[] { "SheetId", "CriterionId", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_ClusterYearId_UnitId",
                table: "ScoreSheets",
                columns: new[] { "ClusterYearId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_SchemeId",
                table: "ScoreSheets",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_UnitId",
                table: "ScoreSheets",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoringCalendars_ClusterYearId",
                table: "ScoringCalendars",
                column: "ClusterYearId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoringSchemes_AmendsId",
                table: "ScoringSchemes",
                column: "AmendsId",
                unique: true,
                filter: "[AmendsId] IS NOT NULL AND [State] IN ('Draft', 'Consulting')");

            migrationBuilder.CreateIndex(
                name: "IX_ScoringSchemes_ClusterYearId",
                table: "ScoringSchemes",
                column: "ClusterYearId",
                unique: true,
                filter: "[AmendsId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_ClusterYearId",
                table: "SearchEntries",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Kind_SubjectId",
                table: "SearchEntries",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_EntryId",
                table: "SearchWords",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_Word_EntryId",
                table: "SearchWords",
                columns: new[] { "Word", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_SentReminders_RequirementId_UnitId_LastDay_Step_UserId",
                table: "SentReminders",
                columns: new[] { "RequirementId", "UnitId", "LastDay", "Step", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignedCopies_ClusterYearId",
                table: "SignedCopies",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_SignedCopies_DocumentId_FileId",
                table: "SignedCopies",
                columns: new[] { "DocumentId", "FileId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignedCopies_FileId",
                table: "SignedCopies",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_ClusterYearId_At",
                table: "StepsTaken",
                columns: new[] { "ClusterYearId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfBarId",
                table: "StepsTaken",
                column: "OfBarId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfCalendarId",
                table: "StepsTaken",
                column: "OfCalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfClusterYearId",
                table: "StepsTaken",
                column: "OfClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfCovenantId",
                table: "StepsTaken",
                column: "OfCovenantId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfDocumentId",
                table: "StepsTaken",
                column: "OfDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfDraftedDocumentId",
                table: "StepsTaken",
                column: "OfDraftedDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfPlanId",
                table: "StepsTaken",
                column: "OfPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfRankingId",
                table: "StepsTaken",
                column: "OfRankingId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfRegistrationId",
                table: "StepsTaken",
                column: "OfRegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfRegulationId",
                table: "StepsTaken",
                column: "OfRegulationId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfReportId",
                table: "StepsTaken",
                column: "OfReportId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfRequestId",
                table: "StepsTaken",
                column: "OfRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfRequirementId",
                table: "StepsTaken",
                column: "OfRequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfSchemeId",
                table: "StepsTaken",
                column: "OfSchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfSheetId",
                table: "StepsTaken",
                column: "OfSheetId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfSignedCopyId",
                table: "StepsTaken",
                column: "OfSignedCopyId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_OfYearPlanId",
                table: "StepsTaken",
                column: "OfYearPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_StepsTaken_PaperScanId",
                table: "StepsTaken",
                column: "PaperScanId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_Sha256",
                table: "StoredFiles",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFigures_ClusterYearId",
                table: "SubmittedFigures",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFigures_FigureId",
                table: "SubmittedFigures",
                column: "FigureId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFigures_SubmissionId_FigureId",
                table: "SubmittedFigures",
                columns: new[] { "SubmissionId", "FigureId" });

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFiles_ClusterYearId",
                table: "SubmittedFiles",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFiles_FileId",
                table: "SubmittedFiles",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFiles_ItemId",
                table: "SubmittedFiles",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedFiles_SubmissionId",
                table: "SubmittedFiles",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_TieVotes_ClusterYearId",
                table: "TieVotes",
                column: "ClusterYearId");

            migrationBuilder.CreateIndex(
                name: "IX_TieVotes_RankingId",
                table: "TieVotes",
                column: "RankingId");

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Users_CalendarKeyHash",
                table: "Users",
                column: "CalendarKeyHash",
                unique: true,
                filter: "[CalendarKeyHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Users_FoldedName",
                table: "Users",
                column: "FoldedName");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_LastSeenAt",
                table: "UserSessions",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_UserId_LastSeenAt",
                table: "UserSessions",
                columns: new[] { "UserId", "LastSeenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditChains");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuthorityYearChanges");

            migrationBuilder.DropTable(
                name: "ClusterSnapshots");

            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "CovenantSignings");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "EnclosedTexts");

            migrationBuilder.DropTable(
                name: "EntryExtensions");

            migrationBuilder.DropTable(
                name: "EvidenceLinks");

            migrationBuilder.DropTable(
                name: "EvidenceWithdrawals");

            migrationBuilder.DropTable(
                name: "FrameworkRows");

            migrationBuilder.DropTable(
                name: "FrameworkSteps");

            migrationBuilder.DropTable(
                name: "FrozenTexts");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "LayerRows");

            migrationBuilder.DropTable(
                name: "LeafAssignments");

            migrationBuilder.DropTable(
                name: "LegalBases");

            migrationBuilder.DropTable(
                name: "LineObjections");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "OutboxMails");

            migrationBuilder.DropTable(
                name: "PaperTexts");

            migrationBuilder.DropTable(
                name: "PartialUploads");

            migrationBuilder.DropTable(
                name: "PastResults");

            migrationBuilder.DropTable(
                name: "PlanBases");

            migrationBuilder.DropTable(
                name: "PortalProposals");

            migrationBuilder.DropTable(
                name: "PositionsHeld");

            migrationBuilder.DropTable(
                name: "RecipientGroups");

            migrationBuilder.DropTable(
                name: "RegisteredTargets");

            migrationBuilder.DropTable(
                name: "RegisteredTitles");

            migrationBuilder.DropTable(
                name: "ReportExtensions");

            migrationBuilder.DropTable(
                name: "ReportReminders");

            migrationBuilder.DropTable(
                name: "ReportUrgings");

            migrationBuilder.DropTable(
                name: "ScoreEntries");

            migrationBuilder.DropTable(
                name: "SearchWords");

            migrationBuilder.DropTable(
                name: "SentReminders");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "StepsTaken");

            migrationBuilder.DropTable(
                name: "SubmittedFigures");

            migrationBuilder.DropTable(
                name: "SubmittedFiles");

            migrationBuilder.DropTable(
                name: "TieVotes");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "AuthorityYears");

            migrationBuilder.DropTable(
                name: "ConsultedUnits");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "FrameworkSchemes");

            migrationBuilder.DropTable(
                name: "ResultLayers");

            migrationBuilder.DropTable(
                name: "Offices");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "AppraisalPlans");

            migrationBuilder.DropTable(
                name: "AuthorityRequests");

            migrationBuilder.DropTable(
                name: "Covenants");

            migrationBuilder.DropTable(
                name: "DraftedDocuments");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "Regulations");

            migrationBuilder.DropTable(
                name: "ResultBars");

            migrationBuilder.DropTable(
                name: "ScoreSheets");

            migrationBuilder.DropTable(
                name: "ScoringCalendars");

            migrationBuilder.DropTable(
                name: "SignedCopies");

            migrationBuilder.DropTable(
                name: "RequirementFigures");

            migrationBuilder.DropTable(
                name: "ReportSubmissions");

            migrationBuilder.DropTable(
                name: "RequirementItems");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "Rankings");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "IssuedDocuments");

            migrationBuilder.DropTable(
                name: "Criteria");

            migrationBuilder.DropTable(
                name: "ReportRequirements");

            migrationBuilder.DropTable(
                name: "DocumentRegisters");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "ScoringSchemes");

            migrationBuilder.DropTable(
                name: "PlanBlocks");

            migrationBuilder.DropTable(
                name: "PlanSections");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "ClusterYears");

            migrationBuilder.DropTable(
                name: "Clusters");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "OrganizationKinds");
        }
    }
}
