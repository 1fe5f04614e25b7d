# The features of __future__.
import __future__
print(__future__.__all__, __future__.all_feature_names)
for n in __future__.all_feature_names:
    f = getattr(__future__, n)
    print(n, f, f.getOptionalRelease(), f.getMandatoryRelease(), f.compiler_flag)
print(sorted(n for n in dir(__future__) if n[:2] == 'CO'), type(f))
