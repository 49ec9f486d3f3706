// Every test has a folder of its own, and most of its time is waiting for the disk.
[assembly: Parallelizable(ParallelScope.Children)]
