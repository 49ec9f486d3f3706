// Each test has sites, servers, ports and folders of its own, and waits much of its time. Three at a time keep two processors busy; more would only take
// turns. What shares more, or measures a pace, says so at its fixture.
[assembly: Parallelizable(ParallelScope.Children)]
[assembly: LevelOfParallelism(3)]
